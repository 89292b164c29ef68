import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate, useSearchParams } from 'react-router'
import { displayDate, isoDateAt } from '../../shared/dates.ts'
import { useCommand, useQuery } from '../app/operations.ts'
import { Button } from '../ui/Button.tsx'
import { Failure } from '../ui/Failure.tsx'
import { Notice } from '../ui/Notice.tsx'
import { NumberField } from '../ui/NumberField.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { DrawPreview } from './DrawPreview.tsx'
import { readLotOf } from './draw-address.ts'
import { LotFields } from './LotFields.tsx'
import { isSized, SizeFields, type SizeChoice } from './SizeFields.tsx'

/** From a lot of jobs to a sample of pages: which lot, how many pages, and the seed that draws them. */
export function DrawPage() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const toast = useToast()
  const [search, setSearch] = useSearchParams()
  const { lot, followsId } = readLotOf(search)
  const [typedName, setName] = useState<string | null>(null)
  const [size, setSize] = useState<SizeChoice>({ sizeBy: 'table', sizeValue: null, fromEachJob: false })
  const [seed, setSeed] = useState<number | null>(null)
  const [accept, setAccept] = useState<{ major: number | null; minor: number | null }>({
    major: null,
    minor: null,
  })
  const isReady = isSized(size)
  const preview = useQuery(
    'inspection.previewSample',
    { lot, ...size },
    { isActive: isReady, keepsPrevious: true },
  )
  const draw = useCommand('inspection.draw')
  const remove = useCommand('inspection.remove')
  const name = typedName ?? t('inspection.draw.defaultName', { day: displayDate(isoDateAt(Date.now())) })
  const follows = useQuery(
    'inspection.inspection',
    { id: followsId ?? 0 },
    { isActive: followsId !== null },
  ).value

  async function submit(event: FormEvent) {
    event.preventDefault()
    if (draw.isRunning || !isReady) return
    const answer = await draw.run({ name, lot, ...size, seed, ...accept, followsId })
    if (!answer.ok) return
    const { id, rev } = answer.value
    toast({
      text: t('inspection.draw.done', { seed: answer.value.seed }),
      about: `inspection.${id}`,
      onUndo: async () => {
        if ((await remove.run({ id, rev })).ok) void navigate('/inspection')
      },
    })
    void navigate(`/inspection/${id}`, { replace: true })
  }
  return (
    <div className="page">
      <PageHeader
        title={t('inspection.draw.title')}
        hint={t('inspection.draw.hint')}
        back={{ to: '/inspection', label: t('inspection.list.title') }}
      />
      <form className="stack draw-sample" onSubmit={(event) => void submit(event)}>
        {follows && <Notice icon="history" text={t('inspection.draw.follows', { name: follows.name })} />}
        <LotFields
          lot={lot}
          onChange={(address) => setSearch(address, { replace: true })}
          followsId={followsId}
        />
        <SizeFields size={size} onChange={setSize} />
        <div className="form-grid">
          <TextField
            label={t('inspection.fields.name')}
            isRequired
            isWide
            maxLength={300}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
          <NumberField
            label={t('inspection.fields.seed')}
            hint={t('inspection.draw.seedHint')}
            isGrouped={false}
            value={seed}
            onChange={setSeed}
          />
          <NumberField
            label={t('inspection.draw.major')}
            hint={t('inspection.draw.byTable', { shown: preview.value?.acceptance.major ?? '–' })}
            value={accept.major}
            onChange={(major) => setAccept({ ...accept, major })}
          />
          <NumberField
            label={t('inspection.draw.minor')}
            hint={t('inspection.draw.byTable', { shown: preview.value?.acceptance.minor ?? '–' })}
            value={accept.minor}
            onChange={(minor) => setAccept({ ...accept, minor })}
          />
        </div>
        {isReady && preview.value && (
          <DrawPreview
            preview={preview.value}
            isFollowing={followsId !== null}
            onFollow={(id) => {
              const next = new URLSearchParams(search)
              next.set('follows', String(id))
              setSearch(next, { replace: true })
            }}
          />
        )}
        <Failure of={isReady ? preview.failure : null} />
        <Failure of={draw.failure} />
        <div className="actions">
          <Button
            kind="primary"
            type="submit"
            disabled={!isReady || name.trim() === '' || draw.isRunning || preview.value?.population === 0}
          >
            {t('inspection.draw.submit')}
          </Button>
        </div>
      </form>
    </div>
  )
}
