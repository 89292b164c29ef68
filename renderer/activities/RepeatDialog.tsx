import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { Campaign } from '../../shared/activities/contract.ts'
import { useCommand } from '../app/operations.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Failure, useFailureText } from '../ui/Failure.tsx'
import { NumberField } from '../ui/NumberField.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { activitiesAddress } from './activities-address.ts'

/** Says what will be planned before it is, then shows the plans. */
export function RepeatDialog({ campaign, onClose }: { campaign: Campaign; onClose: () => void }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const toast = useToast()
  const repeat = useCommand('activities.repeatCampaign')
  const takeBack = useCommand('activities.takeBackRepeat')
  const failureText = useFailureText()
  const { id, rev, name, activities } = campaign
  const [year, setYear] = useState<number | null>((campaign.year ?? 0) + 1)
  async function plan() {
    if (year === null) return
    const answer = await repeat.run({ id, rev, year })
    if (!answer.ok) return
    const made = answer.value
    toast({
      text: t('activities.campaigns.repeat.done', { name: made.name, year, activities: made.activities }),
      async onUndo() {
        const undone = await takeBack.run({ id: made.id, rev: made.rev })
        toast({ text: undone.ok ? t('activities.campaigns.repeat.undone') : failureText(undone.error) })
      },
    })
    onClose()
    void navigate(activitiesAddress({ campaignId: made.id }))
  }
  return (
    <Dialog
      title={t('activities.campaigns.repeat.title', { name })}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('common.actions.cancel')}</Button>
          <Button kind="primary" disabled={year === null || repeat.isRunning} onClick={() => void plan()}>
            {t('activities.campaigns.repeat.go')}
          </Button>
        </>
      }
    >
      <p>{t('activities.campaigns.repeat.text', { name, count: activities })}</p>
      <NumberField
        label={t('activities.campaigns.repeat.year')}
        value={year}
        isGrouped={false}
        onChange={setYear}
      />
      <Failure of={repeat.failure} />
    </Dialog>
  )
}
