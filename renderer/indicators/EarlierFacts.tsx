import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { numberWays, type EarlierPreview } from '../../shared/indicators/contract.ts'
import { InlineSelect } from '../ui/InlineSelect.tsx'
import { Notice } from '../ui/Notice.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { useGivenWords } from './use-given-words.ts'
import { useIndicatorTexts } from './use-indicator-texts.ts'

type Way = (typeof numberWays)[number] | null
type Props = { seen: EarlierPreview; way: Way; onWay: (way: Way) => void; children: ReactNode }

/** What a table says, line by line, before anything is taken in. */
export function EarlierFacts({ seen, way, onWay, children }: Props) {
  const { t } = useTranslation()
  const number = useNumberText()
  return (
    <>
      <p>
        <strong>{t('indicators.earlier.understood', { shown: number(seen.figureCount) })}</strong>
      </p>
      {(seen.doubtful > 0 || way !== null) && (
        <Notice
          icon={seen.doubtful > 0 ? 'warning' : 'info'}
          text={
            seen.doubtful > 0
              ? t('indicators.earlier.doubtful', { shown: number(seen.doubtful) })
              : t('indicators.earlier.decided')
          }
        >
          <InlineSelect
            label={t('indicators.earlier.way')}
            emptyLabel={t('indicators.earlier.chooseWay')}
            value={way ?? ''}
            options={numberWays.map((each) => ({ value: each, label: t(`indicators.earlier.ways.${each}`) }))}
            onChange={(value) => onWay(numberWays.find((each) => each === value) ?? null)}
          />
        </Notice>
      )}
      {seen.problemCount > 0 && (
        <>
          <Notice
            icon="warning"
            text={t('indicators.earlier.problems', { shown: number(seen.problemCount) })}
          />
          <ul className="plain-list">
            {seen.problems.map(({ line, header, text, code }) => (
              <li key={`${line} ${header} ${text}`}>
                {t('indicators.earlier.problem', {
                  line,
                  header,
                  text,
                  why: t(`indicators.earlier.why.${code}`),
                })}
              </li>
            ))}
          </ul>
        </>
      )}
      {seen.figures.length > 0 && <Figures figures={seen.figures} />}
      {children}
    </>
  )
}

function Figures({ figures }: { figures: EarlierPreview['figures'] }) {
  const { t } = useTranslation()
  const texts = useIndicatorTexts()
  const words = useGivenWords()
  return (
    <div className="earlier-figures" tabIndex={0} role="region" aria-label={t('indicators.earlier.figures')}>
      <table className="plain-table">
        <thead>
          <tr>
            {(['line', 'code', 'name', 'span', 'value', 'unit'] as const).map((key) => (
              <th key={key} scope="col">
                {t(`indicators.earlier.columns.${key}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {figures.map((figure) => (
            <tr key={`${figure.code} ${figure.fromOn}`}>
              <td className="end">{figure.line}</td>
              <td>{figure.code}</td>
              <td>{texts.name(figure.code)}</td>
              <td className="nowrap">{words.span(figure)}</td>
              <td className="end nowrap">{words.stated(figure)}</td>
              <td>{texts.unit(figure.code)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
