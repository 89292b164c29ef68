import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { displayInstant } from '../../shared/dates.ts'
import type { FilePackage } from '../../shared/preservation/packages-contract.ts'
import { useCommand } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { Button } from '../ui/Button.tsx'
import { CopyField } from '../ui/CopyField.tsx'
import { Failure } from '../ui/Failure.tsx'
import { Hash } from '../ui/Hash.tsx'
import { PropertyList } from '../ui/PropertyList.tsx'
import { useToast } from '../ui/Toasts.tsx'

/** Where a package is, what it is known by, and the receipt that closes its hand-over. */
export function PackageSide({ sent }: { sent: FilePackage }) {
  const { t } = useTranslation()
  const can = useCan()
  const toast = useToast()
  const take = useCommand('preservation.takeReceipt')
  const box = useRef<HTMLInputElement>(null)
  const { id, rev, code, path, recipient, seal, receivedAt } = sent
  async function read(file: File | undefined) {
    if (!file) return
    const answer = await take.run({ id, rev, receipt: (await file.text()).slice(0, 20_000) })
    if (answer.ok) toast({ text: t('preservation.packages.taken', { code }) })
  }
  return (
    <aside className="preview" aria-label={t('preservation.packages.one')}>
      <h2>{code}</h2>
      <PropertyList
        isNarrow
        properties={[
          { key: 'recipient', label: t('preservation.packages.recipient'), value: recipient },
          { key: 'seal', label: t('preservation.packages.seal'), value: <Hash value={seal} /> },
          {
            key: 'receivedAt',
            label: t('preservation.packages.receivedAt'),
            value: receivedAt && displayInstant(receivedAt),
          },
        ]}
      />
      <CopyField label={t('preservation.packages.path')} text={path} />
      {can('preservation.write') && receivedAt === null && (
        <>
          <input
            ref={box}
            type="file"
            accept=".json"
            hidden
            onChange={(event) => {
              void read(event.target.files?.[0])
              event.target.value = ''
            }}
          />
          <Button icon="attach" disabled={take.isRunning} onClick={() => box.current?.click()}>
            {t('preservation.packages.takeReceipt')}
          </Button>
        </>
      )}
      <Failure of={take.failure} />
    </aside>
  )
}
