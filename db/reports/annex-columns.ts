import type { Column } from '../documents/document.ts'

export function numberColumn(key: string, label: string): Column {
  return { key, label, weight: 13, kind: 'number' }
}

export function textColumn(key: string, label: string, weight = 40): Column {
  return { key, label, weight, kind: 'text' }
}
