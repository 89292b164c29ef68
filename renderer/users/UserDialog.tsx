import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import * as z from 'zod'
import { users, type User } from '../../shared/users/contract.ts'
import { passwordMinLength, roles } from '../../shared/users/rules.ts'
import { useCommand } from '../app/operations.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Failure, useFailureText } from '../ui/Failure.tsx'
import { bind, Form, placeRefusal, schemaResolver } from '../ui/Form.tsx'
import { Select } from '../ui/Select.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { suggestUsername } from './suggest-username.ts'

const NewUser = users.commands.add.input
type NewUser = z.output<typeof NewUser>
const fieldByCode = { username_taken: 'username', weak_password: 'password', last_administrator: 'role' }

/** Adds a person, or changes the name and the role of one. */
export function UserDialog({ user, onClose }: { user: User | null; onClose: () => void }) {
  const { t } = useTranslation()
  const toast = useToast()
  const refusalText = useFailureText()
  const add = useCommand('users.add')
  const update = useCommand('users.update')
  const form = useForm<NewUser, unknown, NewUser>({
    defaultValues: {
      name: user?.name ?? '',
      username: user?.username ?? '',
      role: user?.role ?? 'cataloguer',
      password: '',
    },
    resolver: schemaResolver(user ? NewUser.extend({ password: z.string() }) : NewUser),
  })
  const { text, value } = bind(form)
  const name = text('name')

  async function save(values: NewUser) {
    const answer = user
      ? await update.run({ id: user.id, rev: user.rev, name: values.name, role: values.role })
      : await add.run(values)
    if (answer.ok) {
      toast({ text: t(user ? 'common.saved' : 'users.list.added', { name: values.name }) })
      onClose()
    } else if (placeRefusal(form, { failure: answer.error, fieldByCode, text: refusalText })) {
      add.clear()
      update.clear()
    }
  }
  return (
    <Dialog title={t(user ? 'users.list.change' : 'users.list.add')} onClose={onClose}>
      <Form form={form} onSubmit={save} label={t(user ? 'users.list.change' : 'users.list.add')}>
        <Failure of={add.failure ?? update.failure} />
        <TextField
          {...name}
          label={t('users.fields.name')}
          isRequired
          autoFocus
          onChange={(event) => {
            if (!user && !form.formState.dirtyFields.username) {
              form.setValue('username', suggestUsername(event.target.value), { shouldDirty: false })
            }
            return name.onChange(event)
          }}
        />
        <Select
          {...text('role')}
          label={t('users.fields.role')}
          hint={t(`users.roleHints.${value('role').value}`)}
          options={roles.map((role) => ({ value: role, label: t(`users.roles.${role}`) }))}
        />
        {!user && (
          <>
            <TextField
              {...text('username')}
              value={value('username').value}
              label={t('users.fields.username')}
              hint={t('users.hints.username')}
              isRequired
            />
            <TextField
              {...text('password')}
              type="password"
              label={t('users.fields.firstPassword')}
              hint={t('users.hints.password', { count: passwordMinLength })}
              isRequired
              autoComplete="new-password"
            />
          </>
        )}
        <div className="actions">
          <Button kind="primary" type="submit" icon="save" disabled={add.isRunning || update.isRunning}>
            {t('common.actions.save')}
          </Button>
          <Button onClick={onClose}>{t('common.actions.cancel')}</Button>
        </div>
      </Form>
    </Dialog>
  )
}
