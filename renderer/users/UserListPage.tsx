import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { User } from '../../shared/users/contract.ts'
import { useCommand, useQuery } from '../app/operations.ts'
import { Button } from '../ui/Button.tsx'
import { Chip } from '../ui/Chip.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Failure, useFailureText } from '../ui/Failure.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Table, type Column } from '../ui/Table.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { byGivenName } from './by-given-name.ts'
import { PasswordDialog } from './PasswordDialog.tsx'
import { UserDialog } from './UserDialog.tsx'

type Open = { kind: 'add' } | { kind: 'change' | 'password'; user: User }

export function UserListPage() {
  const { t } = useTranslation()
  const users = useQuery('users.list', {})
  const [selected, setSelected] = useState<number | null>(null)
  const [open, setOpen] = useState<Open | null>(null)
  const columns = useUserColumns()
  const rows = useMemo(() => byGivenName(users.value ?? []), [users.value])
  const current = rows.find((user) => user.id === selected)
  const { disable, enable, failure } = useAccess()
  return (
    <div className="page filled">
      <PageHeader title={t('users.list.title')} hint={t('users.list.hint')}>
        <Button kind="primary" icon="add" onClick={() => setOpen({ kind: 'add' })}>
          {t('users.list.add')}
        </Button>
        <Button
          icon="edit"
          disabled={!current}
          onClick={() => current && setOpen({ kind: 'change', user: current })}
        >
          {t('common.actions.edit')}
        </Button>
        <Button
          icon="key"
          disabled={!current}
          onClick={() => current && setOpen({ kind: 'password', user: current })}
        >
          {t('users.list.resetPassword')}
        </Button>
        {current?.disabledAt ? (
          <Button icon="restore" onClick={() => void enable(current)}>
            {t('users.list.enable')}
          </Button>
        ) : (
          <Button icon="lock" disabled={!current} onClick={() => current && void disable(current)}>
            {t('users.list.disable')}
          </Button>
        )}
      </PageHeader>
      <Failure of={users.failure ?? failure} />
      <Table
        label={t('users.list.title')}
        name="users"
        columns={columns}
        rows={rows}
        keyOf={(user) => user.id}
        selected={selected}
        onSelect={(user) => setSelected(user.id)}
        onOpen={(user) => setOpen({ kind: 'change', user })}
        total={{ count: rows.length, isExact: true }}
        isLoading={users.isLoading}
        empty={<EmptyState icon="people" text={t('users.list.empty')} />}
      />
      {open?.kind === 'password' && <PasswordDialog user={open.user} onClose={() => setOpen(null)} />}
      {open && open.kind !== 'password' && (
        <UserDialog user={open.kind === 'change' ? open.user : null} onClose={() => setOpen(null)} />
      )}
    </div>
  )
}

/** Who may sign in; both ways are taken back by the other. */
function useAccess() {
  const { t } = useTranslation()
  const toast = useToast()
  const text = useFailureText()
  const disabling = useCommand('users.disable')
  const enabling = useCommand('users.enable')
  async function enable({ id, rev, name }: User) {
    const answer = await enabling.run({ id, rev })
    toast({ text: answer.ok ? t('users.list.enabled', { name }) : text(answer.error) })
  }
  async function disable({ id, rev, name }: User) {
    const answer = await disabling.run({ id, rev })
    if (answer.ok) toast({ text: t('users.list.disabled', { name }), onUndo: () => enable(answer.value) })
  }
  return { enable, disable, failure: disabling.failure }
}

function useUserColumns(): Column<User>[] {
  const { t } = useTranslation()
  return useMemo(
    () => [
      { key: 'name', label: t('users.fields.name'), widthPx: 220, grows: true, cell: (user) => user.name },
      { key: 'username', label: t('users.fields.username'), widthPx: 160, cell: (user) => user.username },
      {
        key: 'role',
        label: t('users.fields.role'),
        widthPx: 200,
        cell: (user) => t(`users.roles.${user.role}`),
      },
      {
        key: 'state',
        label: t('users.fields.state'),
        widthPx: 150,
        cell: (user) =>
          user.disabledAt ? (
            <Chip icon="lock">{t('users.list.isDisabled')}</Chip>
          ) : (
            <Chip tone="good" icon="check">
              {t('users.list.isActive')}
            </Chip>
          ),
      },
    ],
    [t],
  )
}
