import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useForm } from 'react-hook-form'
import { sync } from '../../shared/sync/contract.ts'
import type { Input, Output } from '../app/operation-types.ts'
import { useCommand } from '../app/operations.ts'
import { bind, schemaResolver } from '../ui/Form.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import { TextField } from '../ui/TextField.tsx'

type Values = Input<'sync.setSending'>
type Props = { sending: Output<'sync.status'>['sending']; canDecrypt: boolean; onClose: () => void }

const switches = ['isAutomatic', 'isMetered', 'isEncrypted'] as const

/** When the program sends by itself, and by which way out of the house. */
export function SendingDialog({ sending, canDecrypt, onClose }: Props) {
  const { t } = useTranslation()
  const save = useCommand('sync.setSending')
  const { isAutomatic, isMetered, isEncrypted, proxy } = sending
  const [initial] = useState<Values>({
    isAutomatic,
    isMetered,
    isEncrypted: isEncrypted && canDecrypt,
    proxy,
  })
  const form = useForm<Values, unknown, Values>({
    resolver: schemaResolver<Values, Values>(sync.commands.setSending.input),
    defaultValues: initial,
  })
  const bound = bind(form)
  return (
    <FormDialog
      title={t('sync.settings.title')}
      form={form}
      save={save.run}
      command={save}
      fieldByCode={{}}
      onClose={onClose}
    >
      {switches.map((name) => {
        // A receiver that offered no key could open nothing.
        if (name === 'isEncrypted' && !canDecrypt) return null
        const { value, onChange } = bound.value(name)
        return (
          <label key={name} className="check sync-choice">
            <input
              type="checkbox"
              checked={value ?? false}
              onChange={(event) => onChange(event.target.checked)}
            />
            <span>
              {t(`sync.settings.${name}`)}
              <span className="hint">{t(`sync.settings.${name}Hint`)}</span>
            </span>
          </label>
        )
      })}
      <TextField
        label={t('sync.settings.proxy')}
        hint={t('sync.settings.proxyHint')}
        {...bound.text('proxy')}
      />
    </FormDialog>
  )
}
