import type { TFunction } from 'i18next'
import { displayDate } from '../dates.ts'
import { runtimeKey } from '../texts.ts'
import type { Reason } from './weeding.ts'

type NameOf = (code: string) => string

/** The reasons in words, as the page shows them and the list keeps them. */
export function reasonWords(reasons: readonly Reason[], t: TFunction, languageName: NameOf): string {
  return reasons.map((reason) => oneInWords(reason, t, languageName)).join('; ')
}

function oneInWords(reason: Reason, t: TFunction, languageName: NameOf): string {
  switch (reason.code) {
    case 'missing':
      return reason.since
        ? t('weeding.reasons.missingSince', { on: displayDate(reason.since) })
        : t('weeding.reasons.missing')
    case 'damaged':
    case 'worn':
      return t('weeding.reasons.condition', { condition: t(`copies.conditions.${reason.code}`) })
    case 'surplus':
      return t('weeding.reasons.surplus', { of: reason.of ?? 0, keeps: reason.keeps ?? 0 })
    case 'outdated':
      return t('weeding.reasons.outdated', {
        year: reason.year ?? '',
        class: reason.class ?? '',
        years: reason.years ?? 0,
      })
    case 'unused':
      return t('weeding.reasons.unused', { years: reason.years ?? 0 })
    case 'out_of_scope': {
      const kinds = [
        reason.language === undefined ? '' : languageName(reason.language),
        reason.material === undefined ? '' : t(runtimeKey(`catalogue.materials.${reason.material}`)),
      ]
      return t('weeding.reasons.out_of_scope', { what: kinds.filter((kind) => kind !== '').join(', ') })
    }
  }
}
