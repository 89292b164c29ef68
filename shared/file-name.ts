import { fold, words } from './fold.ts'

/** A name as part of a file's name that every system and every mail takes; empty where nothing is left of it. */
export function fileName(text: string, longest = 60): string {
  return words(fold(text))
    .join('-')
    .replace(/[^a-z0-9-]/g, '')
    .slice(0, longest)
}
