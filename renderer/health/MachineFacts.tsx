import { useTranslation } from 'react-i18next'
import type { Machine } from '../../shared/health/contract.ts'
import { numberStyle } from '../ui/numbers.ts'
import { PropertyList } from '../ui/PropertyList.tsx'
import { formatSize } from '../ui/sizes.ts'

const sizes = [
  'memory',
  'memoryFree',
  'memoryUsed',
  'disk',
  'diskFree',
  'library',
  'writeAhead',
  'files',
] as const

export function MachineFacts({ machine }: { machine: Machine }) {
  const { t, i18n } = useTranslation()
  const style = numberStyle(i18n.language)
  const minutes = Math.round(machine.runningForSeconds / 60)
  const running =
    minutes < 60
      ? t('health.running.minutes', { count: minutes })
      : minutes < 48 * 60
        ? t('health.running.hours', { count: Math.round(minutes / 60) })
        : t('health.running.days', { count: Math.round(minutes / 60 / 24) })
  const fact = (key: Exclude<keyof Machine, 'runningForSeconds' | 'cores'> | 'running', value: string) => ({
    key,
    label: t(`health.machine.${key}`),
    value,
  })
  return (
    <PropertyList
      properties={[
        fact('version', machine.version),
        fact('running', running),
        fact('system', machine.system),
        fact('processor', `${machine.processor} (${machine.cores})`),
        ...sizes.map((key) => fact(key, formatSize(machine[key], style))),
        { ...fact('folder', machine.folder), isWide: true },
      ]}
    />
  )
}
