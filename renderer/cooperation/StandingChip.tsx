import { Icon, type IconName } from '../ui/icons.tsx'

export type Tone = 'good' | 'waiting' | 'soon' | 'over' | 'bad'

const icons: Record<Tone, IconName> = {
  good: 'check',
  waiting: 'calendar',
  soon: 'bell',
  over: 'lock',
  bad: 'warning',
}

/** A standing by its word and its sign; colour is never alone. */
export function StandingChip({ word, tone }: { word: string; tone: Tone }) {
  return (
    <span className={`standing-chip ${tone}`}>
      <Icon name={icons[tone]} />
      {word}
    </span>
  )
}
