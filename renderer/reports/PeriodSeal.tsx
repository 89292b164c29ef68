import { useTranslation } from 'react-i18next'
import { displayInstant } from '../../shared/dates.ts'
import type { WordAt } from '../../shared/texts.ts'
import type { Output } from '../app/operation-types.ts'
import { Hash } from '../ui/Hash.tsx'
import { PropertyList } from '../ui/PropertyList.tsx'
import { useNumberText } from '../ui/use-number-text.ts'

/** What the signature fixed, in a form two people can compare over the telephone. */
export function PeriodSeal({ period }: { period: Output<'reports.period'> }) {
  const { t } = useTranslation()
  const number = useNumberText()
  const { signedBy, signedAt, remark, figuresHash, journalHead } = period
  const fact = (key: WordAt<'reports.seal'>) => ({ key, label: t(`reports.seal.${key}`) })
  const position = journalHead && number(journalHead.position)
  return (
    <PropertyList
      isNarrow
      properties={[
        { ...fact('signedBy'), value: signedBy },
        { ...fact('signedAt'), value: signedAt && displayInstant(signedAt) },
        ...(remark === '' ? [] : [{ ...fact('remark'), value: remark }]),
        { ...fact('figuresHash'), value: figuresHash && <Hash value={figuresHash} /> },
        { ...fact('position'), value: position },
        { ...fact('journalHash'), value: journalHead && <Hash value={journalHead.hash} /> },
      ]}
    />
  )
}
