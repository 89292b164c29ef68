import { useTranslation } from 'react-i18next'
import { normalIsbn, normalIssn } from '../../shared/catalogue/rules.ts'
import type { EditedTitle } from './title-values.ts'

type Numbers = Pick<EditedTitle, 'isbn' | 'issn'>
const none: Numbers = { isbn: '', issn: '' }

/** The first number of a box whose check digit is wrong; what the record had before may stay. */
export function wrongNumber(typed: string, before: string, normal: (text: string) => string | null) {
  const numbersIn = (text: string) => text.split(';').map((number) => number.trim())
  const known = new Set(['', ...numbersIn(before)])
  return numbersIn(typed).find((number) => !known.has(number) && normal(number) === null)
}

/** Says at their boxes what the engine would refuse, together with all else that is wrong on the form. */
export function useNumberProblems() {
  const { t } = useTranslation()
  return (typed: Numbers, before: Numbers = none) => {
    const isbn = wrongNumber(typed.isbn, before.isbn, normalIsbn)
    const issn = wrongNumber(typed.issn, before.issn, normalIssn)
    return {
      ...(isbn !== undefined && { isbn: t('catalogue.errors.isbn_invalid', { isbn }) }),
      ...(issn !== undefined && { issn: t('catalogue.errors.issn_invalid', { issn }) }),
    }
  }
}
