import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import type { ReportBlock } from '../../shared/reports/narrative-contract.ts'
import { told } from '../../shared/reports/outline.ts'
import { nextPhrase } from '../../shared/period-text.ts'
import type { Output } from '../app/operation-types.ts'
import { useQuery } from '../app/operations.ts'
import { Failure } from '../ui/Failure.tsx'
import { BlockText } from './BlockText.tsx'
import { WrittenBlock } from './WrittenBlock.tsx'
import type { RegisterForm } from './use-open-forms.ts'

type Period = Output<'reports.period'>
type Props = { period: Period; isFixed: boolean; register: RegisterForm }

/** The words of the report under the headings of the outline; whoever writes also sees the parts that are empty. */
export function NarrativePart({ period, isFixed, register }: Props) {
  const { t } = useTranslation()
  const [search] = useSearchParams()
  const { value: blocks, failure } = useQuery('reports.narrative', { id: period.id })
  const shown: ReportBlock[] = blocks ?? []
  return (
    <>
      <Failure of={failure} />
      {told(shown, isFixed ? undefined : () => true).map(({ chapter, roman, blocks: own }) => (
        <Fragment key={chapter}>
          <h3>{`${roman}. ${t(`reports.chapters.${chapter}`, { next: nextPhrase(t, period.period) })}`}</h3>
          {own.map((block) => (
            <section
              key={block.block}
              className="report-block"
              aria-label={t(`reports.blocks.${block.block}`)}
            >
              {chapter !== 'next' && <h4>{t(`reports.blocks.${block.block}`)}</h4>}
              {isFixed ? (
                <BlockText text={block.text} period={period} />
              ) : (
                <WrittenBlock
                  block={block}
                  period={period}
                  register={register}
                  isAsked={search.get('edit') === block.block}
                />
              )}
            </section>
          ))}
        </Fragment>
      ))}
    </>
  )
}
