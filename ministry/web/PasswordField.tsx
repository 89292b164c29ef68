import { TextField } from '../../renderer/ui/TextField.tsx'

type Props = {
  label: string
  hint?: string
  isNew?: boolean
  value: string
  onChange: (value: string) => void
}

export function PasswordField({ label, hint, isNew = false, value, onChange }: Props) {
  return (
    <TextField
      label={label}
      hint={hint}
      type="password"
      autoComplete={isNew ? 'new-password' : 'current-password'}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}
