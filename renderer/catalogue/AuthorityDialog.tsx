import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import * as z from 'zod'
import {
  AuthorityFields,
  authorityKinds,
  type Authority,
  type AuthorityKind,
} from '../../shared/catalogue/contract.ts'
import { useCommand } from '../app/operations.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Failure, useFailureText } from '../ui/Failure.tsx'
import { bind, Form, placeRefusal, schemaResolver } from '../ui/Form.tsx'
import { Select } from '../ui/Select.tsx'
import { TextArea, TextField } from '../ui/TextField.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { useNumberText } from '../ui/use-number-text.ts'

type Props = {
  authority: Authority | null
  kind: AuthorityKind | null
  onClose: () => void
  onSaved?: (authority: Authority) => void
}

/** One form to a line in the box; the contract wants them one by one. */
const Values = AuthorityFields.omit({ seeFrom: true }).extend({ seeFromLines: z.string() })
type Values = z.output<typeof Values>

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
}

export function AuthorityDialog({ authority, kind, onClose, onSaved }: Props) {
  const { t } = useTranslation()
  const number = useNumberText()
  const toast = useToast()
  const refusalText = useFailureText()
  const add = useCommand('catalogue.addAuthority')
  const update = useCommand('catalogue.updateAuthority')
  const command = authority ? update : add
  const form = useForm<Values, unknown, Values>({
    defaultValues: {
      kind: authority?.kind ?? kind ?? 'person',
      heading: authority?.heading ?? '',
      seeFromLines: authority?.seeFrom.join('\n') ?? '',
      note: authority?.note ?? '',
    },
    resolver: schemaResolver(Values),
  })
  const { text } = bind(form)
  const title = t(authority ? 'catalogue.authorities.edit' : 'catalogue.authorities.add')

  async function save({ seeFromLines, ...values }: Values) {
    const fields = { ...values, seeFrom: linesOf(seeFromLines) }
    const answer = authority
      ? await update.run({ ...fields, id: authority.id, rev: authority.rev })
      : await add.run(fields)
    if (answer.ok) {
      toast({ text: t('catalogue.authorities.saved', { heading: answer.value.heading }) })
      onSaved?.(answer.value)
      onClose()
    } else if (
      placeRefusal(form, {
        failure: answer.error,
        fieldByCode: { duplicate_heading: 'heading' },
        text: refusalText,
      })
    ) {
      command.clear()
    }
  }
  return (
    <Dialog title={title} onClose={onClose}>
      <Form form={form} onSubmit={save} label={title}>
        <Failure of={command.failure} />
        <Select
          {...text('kind')}
          label={t('catalogue.authorities.kind')}
          options={authorityKinds.map((code) => ({
            value: code,
            label: t(`catalogue.authorityKinds.${code}`),
          }))}
          disabled={authority !== null}
        />
        <TextField
          {...text('heading')}
          label={t('catalogue.authorities.heading')}
          isRequired
          hint={
            authority && authority.titles > 0
              ? t('catalogue.authorities.headingHint', { shown: number(authority.titles) })
              : undefined
          }
        />
        <TextArea
          {...text('seeFromLines')}
          label={t('catalogue.authorities.seeFrom')}
          hint={t('catalogue.authorities.seeFromHint')}
          rows={4}
        />
        <TextArea {...text('note')} label={t('catalogue.authorities.note')} rows={2} />
        <div className="actions">
          <Button kind="primary" type="submit" icon="save" shortcut="Ctrl+Enter" disabled={command.isRunning}>
            {t('common.actions.save')}
          </Button>
          <Button onClick={onClose}>{t('common.actions.cancel')}</Button>
        </div>
      </Form>
    </Dialog>
  )
}
