import i18next from 'i18next'
import { useRef, type FormEvent, type KeyboardEvent, type ReactNode } from 'react'
import type {
  FieldErrors,
  FieldPath,
  FieldValues,
  PathValue,
  Resolver,
  UseFormRegisterReturn,
  UseFormReturn,
} from 'react-hook-form'
import { cleanText } from '../../shared/fold.ts'
import type { OperationFailure } from './Failure.tsx'
import { isComposing } from './keys.ts'
import { formatNumber, numberStyle } from './numbers.ts'

type Issue = {
  path: PropertyKey[]
  code?: string | undefined
  origin?: unknown
  maximum?: unknown
  message: string
}
type Schema<Output> = {
  safeParse(
    value: unknown,
  ): { success: true; data: Output; error?: undefined } | { success: false; error: { issues: Issue[] } }
}

function valueAt(values: unknown, path: PropertyKey[]): unknown {
  let value = values
  for (const part of path)
    value = typeof value === 'object' && value !== null ? Reflect.get(value, part) : undefined
  return value
}

function isBlank(values: unknown, path: PropertyKey[]): boolean {
  const value = valueAt(values, path)
  return value === undefined || value === null || (typeof value === 'string' && value.trim() === '')
}

function issueCode(issue: Issue, values: unknown): string {
  if (issue.code !== 'custom' && isBlank(values, issue.path)) return 'required'
  if (issue.code === 'too_small' && issue.origin === 'string') return 'too_short'
  return issue.code === 'custom' ? issue.message : (issue.code ?? 'invalid')
}

/** The code of an issue, for the field to put into words; a sentence where the words need its figures. */
function issueMessage(issue: Issue, values: unknown): string {
  const code = issueCode(issue, values)
  const value = valueAt(values, issue.path)
  if (code !== 'too_big' || issue.origin !== 'string' || typeof value !== 'string') return code
  const number = (count: number) => formatNumber(count, numberStyle(i18next.language))
  return i18next.t('ui.invalid.too_long', {
    length: number(cleanText(value).length),
    max: number(Number(issue.maximum)),
  })
}

/**
 * The contract's own schema decides; the field shows `ui.invalid.<code>`. Dotted paths reach lists and parts.
 * `check` answers the fields that no schema can judge, each with its words, so that all that is wrong shows at once.
 */
export function schemaResolver<Values extends FieldValues, Output>(
  schema: Schema<Output>,
  check: (values: Values) => Partial<Record<FieldPath<Values>, string>> = () => ({}),
): Resolver<Values, unknown, Output> {
  return (values) => {
    const result = schema.safeParse(values)
    const checked = Object.entries(check(values)).map(([name, message]) => [name, { type: 'check', message }])
    if (result.success && checked.length === 0) return { values: result.data, errors: {} }
    const errors: Record<string, unknown> = Object.fromEntries(checked)
    for (const issue of result.error?.issues ?? []) {
      const path = issue.path.map(String)
      const last = path.pop() ?? 'root'
      let place = errors
      for (const part of path) place = (place[part] ??= {}) as Record<string, unknown>
      place[last] ??= { type: issueCode(issue, values), message: issueMessage(issue, values) }
    }
    return { values: {}, errors: errors as FieldErrors<Values> }
  }
}

/** Fields of a form by name: `text` for native inputs, `value` for those with a typed value. */
export type Bound<Values extends FieldValues> = {
  text: (name: FieldPath<Values>) => UseFormRegisterReturn & { error: string | undefined }
  value: <Name extends FieldPath<Values>>(
    name: Name,
  ) => {
    name: Name
    value: PathValue<Values, Name>
    onChange: (value: PathValue<Values, Name>) => void
    error: string | undefined
  }
}

export function bind<Values extends FieldValues, Output>(
  form: UseFormReturn<Values, unknown, Output>,
): Bound<Values> {
  const error = (name: FieldPath<Values>) => form.getFieldState(name, form.formState).error?.message
  return {
    text: (name) => ({ ...form.register(name), error: error(name) }),
    value: (name) => ({
      name,
      value: form.watch(name),
      onChange: (value) =>
        form.setValue(name, value, { shouldDirty: true, shouldValidate: form.formState.isSubmitted }),
      error: error(name),
    }),
  }
}

type Props<Values extends FieldValues, Output> = {
  form: UseFormReturn<Values, unknown, Output>
  onSubmit: (values: Output) => Promise<void>
  label: string
  /** Off where many fields are typed in a row, or scanned: there Enter goes to the next field. */
  enterSubmits?: boolean
  children: ReactNode
}

function focusNext(form: HTMLFormElement, from: EventTarget) {
  const fields = [...form.querySelectorAll<HTMLElement>('.input:not(:disabled), button[type="submit"]')]
  fields[fields.findIndex((field) => field === from) + 1]?.focus()
}

/** Ctrl+Enter submits from anywhere; the first field in error takes the focus. */
export function Form<Values extends FieldValues, Output>(props: Props<Values, Output>) {
  const { form, onSubmit, label, enterSubmits = true, children } = props
  const element = useRef<HTMLFormElement>(null)
  // A key held down must not save twice, and state would know of the first only a frame later.
  const isBusy = useRef(false)
  function focusFirstError() {
    // The form's library goes to the first error it heard of, a moment later: what the eye meets first has the last word.
    requestAnimationFrame(() =>
      setTimeout(() => element.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()),
    )
  }
  /** Text that is no number or no date has no value to give, so the form waits for it, and for all else that is wrong. */
  const submit = form.handleSubmit(async (values) => {
    if (element.current?.querySelector('.input:invalid')) focusFirstError()
    else await onSubmit(values)
  }, focusFirstError)
  function onFormSubmit(event: FormEvent) {
    event.preventDefault()
    if (isBusy.current) return
    isBusy.current = true
    void submit(event).finally(() => (isBusy.current = false))
  }
  /** A dialog opened over the form lies within it: its keys are its own. */
  function isOverForm({ target }: KeyboardEvent): boolean {
    return target instanceof Element && target.closest('dialog, form') !== element.current
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Enter' || event.defaultPrevented || isOverForm(event)) return
    if (isComposing(event)) event.preventDefault()
    else if (event.ctrlKey) {
      event.preventDefault()
      element.current?.requestSubmit()
    } else if (!enterSubmits && element.current && event.target instanceof HTMLInputElement) {
      event.preventDefault()
      focusNext(element.current, event.target)
    }
  }
  return (
    <form
      ref={element}
      noValidate
      aria-label={label}
      className="stack"
      onKeyDown={onKeyDown}
      onSubmit={onFormSubmit}
    >
      {children}
    </form>
  )
}

type Placing = {
  failure: OperationFailure
  fieldByCode: Partial<Record<string, string>>
  text: (failure: OperationFailure) => string
}

/** Shows a refusal at the field it speaks of; false where it speaks of none. */
export function placeRefusal<Values extends FieldValues, Output>(
  form: UseFormReturn<Values, unknown, Output>,
  { failure, fieldByCode, text }: Placing,
): boolean {
  const field = Object.keys(form.getValues()).find((name) => name === fieldByCode[failure.code])
  if (field === undefined) return false
  form.setError(
    field as FieldPath<Values>,
    { type: failure.code, message: text(failure) },
    { shouldFocus: true },
  )
  return true
}
