import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { displayDate, isoDateAt } from '../../shared/dates.ts'
import type { Product } from '../../shared/products/contract.ts'
import { useCommand } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { Button } from '../ui/Button.tsx'
import { DateField } from '../ui/DateField.tsx'
import { Failure } from '../ui/Failure.tsx'
import { useToast } from '../ui/Toasts.tsx'

/** From the day of issue on, the entries stay as they are printed. */
export function ProductIssue({ product }: { product: Product }) {
  const { t } = useTranslation()
  const can = useCan()
  const { issuedOn } = product
  if (!can('products.write')) {
    return (
      <p>
        {issuedOn === null
          ? t('products.issue.notYet')
          : t('products.issue.issued', { on: displayDate(issuedOn) })}
      </p>
    )
  }
  return issuedOn === null ? (
    <IssueForm product={product} />
  ) : (
    <Reopen product={product} on={displayDate(issuedOn)} />
  )
}

function IssueForm({ product: { id, rev, name, titles } }: { product: Product }) {
  const { t } = useTranslation()
  const toast = useToast()
  const issue = useCommand('products.issueProduct')
  const [day, setDay] = useState<string | null>(() => isoDateAt(Date.now()))
  async function submit(event: FormEvent) {
    event.preventDefault()
    if (day === null) return
    const answer = await issue.run({ id, rev, issuedOn: day })
    if (answer.ok) toast({ text: t('products.issue.done', { name }) })
  }
  return (
    <form className="stack" onSubmit={(event) => void submit(event)}>
      <p className="soft small">{t(titles === 0 ? 'products.issue.empty' : 'products.issue.text')}</p>
      <DateField label={t('products.issue.on')} isRequired value={day} onChange={setDay} />
      <Failure of={issue.failure} />
      <div className="actions">
        <Button
          kind="primary"
          type="submit"
          icon="lock"
          disabled={day === null || titles === 0 || issue.isRunning}
        >
          {t('products.issue.submit')}
        </Button>
      </div>
    </form>
  )
}

function Reopen({ product: { id, rev, name }, on }: { product: Product; on: string }) {
  const { t } = useTranslation()
  const toast = useToast()
  const reopen = useCommand('products.reopenProduct')
  async function run() {
    const answer = await reopen.run({ id, rev })
    if (answer.ok) toast({ text: t('products.issue.reopened', { name }) })
  }
  return (
    <>
      <p>{t('products.issue.issued', { on })}</p>
      <p className="soft small">{t('products.issue.reopenText')}</p>
      <Failure of={reopen.failure} />
      <div className="row">
        <Button icon="restore" disabled={reopen.isRunning} onClick={() => void run()}>
          {t('products.issue.reopen')}
        </Button>
      </div>
    </>
  )
}
