import { useTranslation } from 'react-i18next'
import type { againsts } from '../../shared/indicators/contract.ts'
import { measureName } from '../../shared/indicators/own-text.ts'
import type { Output } from '../app/operation-types.ts'
import { useQuery } from '../app/operations.ts'
import { useNumberText } from '../ui/use-number-text.ts'

type Change = Output<'indicators.change'>
type Asked = { code: string; period: string; against: (typeof againsts)[number] }

/** In a few words why a figure moved; all of it stands on the page of the figure. */
export function MainCause(asked: Asked) {
  const { t } = useTranslation()
  const { value: change } = useQuery('indicators.change', asked)
  const number = useNumberText()
  const main = change && mainCause(change)
  if (!main) return null
  const effect = main.effect > 0 ? `+${number(main.effect)}` : `−${number(-main.effect)}`
  const name = main.kind === 'part' ? measureName(t, main.measure) : t(`indicators.change.kinds.${main.kind}`)
  return <span className="soft">{t('indicators.change.mainly', { name, effect })}</span>
}

type Told = Change['causes'][number] & { effect: number }

/** The cause that did most; of a figure of one part that is the figure itself, which says nothing. */
function mainCause({ causes }: Change): Told | undefined {
  if (causes.length < 2) return undefined
  return causes
    .filter((cause): cause is Told => cause.effect !== null && cause.effect !== 0)
    .toSorted((a, b) => Math.abs(b.effect) - Math.abs(a.effect))[0]
}
