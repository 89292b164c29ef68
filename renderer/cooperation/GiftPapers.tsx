import { useTranslation } from 'react-i18next'
import { giftPapers, type Gift, type GiftPaper } from '../../shared/cooperation/contract.ts'
import { JobProgress } from '../app/JobProgress.tsx'
import { useCommand, useJob } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { useSavedFile } from '../app/use-saved-file.ts'
import { Button } from '../ui/Button.tsx'
import { Failure } from '../ui/Failure.tsx'

/** The receipt and the letter of thanks: numbered once, printed as often as is wanted. */
export function GiftPapers({ gift }: { gift: Gift }) {
  const { t } = useTranslation()
  const can = useCan()
  const number = useCommand('cooperation.numberGift')
  const produce = useJob('cooperation.produceGiftPaper')
  useSavedFile(produce.output?.file, produce.clear)
  const { id, rev } = gift
  async function print(paper: GiftPaper) {
    if (gift[paper] === null) {
      const answer = await number.run({ id, rev, paper })
      if (!answer.ok) return
    }
    await produce.start({ id, paper })
  }
  return (
    <>
      {giftPapers
        .filter((paper) => gift[paper] !== null || can('cooperation.write'))
        .map((paper) => {
          const word = t(`cooperation.gift.papers.${paper}`)
          const given = gift[paper]
          return (
            <Button
              key={paper}
              icon="print"
              disabled={number.isRunning || produce.isRunning}
              onClick={() => void print(paper)}
            >
              {given === null
                ? t('cooperation.gift.number', { paper: word })
                : t('cooperation.gift.printAgain', { paper: word, number: given.number })}
            </Button>
          )
        })}
      <JobProgress run={produce} />
      <Failure of={number.failure ?? produce.failure} />
    </>
  )
}
