import { useTranslation } from 'react-i18next'
import { measureName } from '../../shared/indicators/own-text.ts'
import type { WordAt } from '../../shared/texts.ts'
import type { Output } from '../app/operation-types.ts'
import { Figure } from '../ui/Figure.tsx'
import { PropertyList } from '../ui/PropertyList.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { useTargetWords } from '../plans/index.ts'
import { TargetProgress } from './TargetProgress.tsx'
import { useIndicatorTexts } from './use-indicator-texts.ts'

/** How a figure came about: formula in words, version, what it rests on. */
export function FigureFacts({ figure }: { figure: Output<'indicators.explain'> }) {
  const { t } = useTranslation()
  const number = useNumberText()
  const texts = useIndicatorTexts()
  const words = useTargetWords()
  const { code, version } = figure.value
  const position = number(figure.position)
  const fact = (key: WordAt<'indicators.facts'>) => ({ key, label: t(`indicators.facts.${key}`) })
  return (
    <div className="card figure-facts">
      <PropertyList
        properties={[
          {
            ...fact('value'),
            value: (
              <strong>
                <Figure
                  {...figure.value}
                  isOfficial={figure.isFrozen}
                  label={texts.name(code)}
                  unit={texts.unit(code)}
                />
              </strong>
            ),
          },
          ...(figure.progress
            ? [
                {
                  ...fact('target'),
                  value: `${words.amount(figure.progress)} (${words.period(figure.progress.period)})`,
                },
                { ...fact('progress'), value: <TargetProgress progress={figure.progress} isWhole /> },
              ]
            : []),
          { ...fact('version'), value: version },
          { ...fact('formula'), value: texts.formula(code, version), isWide: true },
          ...(figure.parts.length > 1
            ? [
                {
                  ...fact('parts'),
                  isWide: true,
                  value: figure.parts
                    .map((part) =>
                      t('indicators.explain.partValue', {
                        name: measureName(t, part.measure),
                        value: part.value === null ? t('ui.figure.not_collected') : number(part.value),
                      }),
                    )
                    .join('; '),
                },
              ]
            : []),
          {
            ...fact('state'),
            value: t(figure.isFrozen ? 'indicators.facts.frozenAt' : 'indicators.facts.countedAt', {
              position,
            }),
            isWide: true,
          },
          { ...fact('legalBasis'), value: texts.bases(code), isWide: true },
        ]}
      />
    </div>
  )
}
