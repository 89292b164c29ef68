import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { ProductFields, productGroups, productKinds, type Product } from '../../shared/products/contract.ts'
import { DraftNotice } from '../app/DraftNotice.tsx'
import { useCall, useCommand } from '../app/operations.ts'
import { Disputed } from '../app/Disputed.tsx'
import { useConflict } from '../app/use-conflict.ts'
import { useDraft } from '../app/use-draft.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Failure } from '../ui/Failure.tsx'
import { bind, Form, schemaResolver } from '../ui/Form.tsx'
import { Select } from '../ui/Select.tsx'
import { TextArea, TextField } from '../ui/TextField.tsx'
import { useToast } from '../ui/Toasts.tsx'

type Props = {
  /** Null for a new one. */
  product: Product | null
  onClose: () => void
  onSaved: (product: Product) => void
}

const names = ProductFields.keyof().options
const flags = ['hasAuthorIndex', 'hasTitleIndex', 'hasSummaries'] as const
const blank: ProductFields = {
  kind: 'bibliography',
  name: '',
  foreword: '',
  groupBy: 'ddc',
  hasAuthorIndex: true,
  hasTitleIndex: true,
  hasSummaries: true,
}

function fieldsOf(product: Product): ProductFields {
  return ProductFields.parse(product)
}

/** What stands around the entries: name, foreword, groups, indexes. */
export function ProductForm({ product: newest, onClose, onSaved }: Props) {
  const { t } = useTranslation()
  // News of what others save must not pass for what this form began from.
  const [product] = useState(newest)
  const form = useForm<ProductFields, unknown, ProductFields>({
    defaultValues: product ? fieldsOf(product) : blank,
    resolver: schemaResolver(ProductFields),
  })
  const draft = useDraft(`products.product/${product?.id ?? 'new'}`, form)
  const { save, failure, isRunning, conflict } = useSave(product, async (saved) => {
    await draft.finish()
    onSaved(saved)
  })
  const { text } = bind(form)
  return (
    <Dialog title={t(product ? 'products.form.change' : 'products.form.add')} onClose={onClose} isWide>
      <DraftNotice draft={draft} />
      <Form form={form} onSubmit={save} label={t('products.form.label')} enterSubmits={false}>
        <TextField {...text('name')} label={t('products.fields.name')} isRequired isWide maxLength={500} />
        <div className="form-grid">
          <Select
            {...text('kind')}
            label={t('products.fields.kind')}
            options={productKinds.map((code) => ({ value: code, label: t(`products.kinds.${code}`) }))}
          />
          <Select
            {...text('groupBy')}
            label={t('products.fields.groupBy')}
            options={productGroups.map((code) => ({ value: code, label: t(`products.groups.${code}`) }))}
          />
        </div>
        <div className="product-flags">
          {flags.map((flag) => (
            <label key={flag} className="check">
              <input type="checkbox" {...form.register(flag)} />
              {t(`products.fields.${flag}`)}
            </label>
          ))}
        </div>
        <TextArea
          {...text('foreword')}
          label={t('products.fields.foreword')}
          hint={t('products.form.forewordHint')}
          rows={7}
        />
        <Failure of={failure} />
        <div className="actions">
          <Button kind="primary" type="submit" icon="save" shortcut="Ctrl+Enter" disabled={isRunning}>
            {t('common.actions.save')}
          </Button>
          <Button onClick={onClose}>{t('common.actions.cancel')}</Button>
        </div>
      </Form>
      <Conflict conflict={conflict} />
    </Dialog>
  )
}

function useSave(product: Product | null, onSaved: (product: Product) => Promise<void>) {
  const { t } = useTranslation()
  const toast = useToast()
  const call = useCall()
  const add = useCommand('products.addProduct')
  const update = useCommand('products.updateProduct')
  const conflict = useConflict<ProductFields, Product>({
    names,
    fieldsOf,
    async current() {
      const answer = product ? await call('products.product', { id: product.id }) : null
      return answer?.ok ? answer.value : null
    },
    saveMerged: (merged, theirs) => change(theirs, merged),
  })
  async function change(base: Product, fields: ProductFields): Promise<void> {
    const answer = await update.run({ ...fields, id: base.id, rev: base.rev })
    if (answer.ok) return done(answer.value)
    if (answer.error.code !== 'stale') return
    update.clear()
    await conflict.meet(fields, fieldsOf(base))
  }
  async function done(saved: Product) {
    toast({ text: t('common.saved') })
    await onSaved(saved)
  }
  async function save(fields: ProductFields): Promise<void> {
    if (product) return change(product, fields)
    const answer = await add.run(fields)
    if (answer.ok) await done(answer.value)
  }
  return {
    save,
    failure: add.failure ?? update.failure,
    isRunning: add.isRunning || update.isRunning,
    conflict,
  }
}

/** Both wrote the same field: which of the two is kept. */
function Conflict({ conflict }: Pick<ReturnType<typeof useSave>, 'conflict'>) {
  const { t } = useTranslation()
  function shown(fields: ProductFields, name: (typeof names)[number]): string {
    switch (name) {
      case 'kind':
        return t(`products.kinds.${fields.kind}`)
      case 'groupBy':
        return t(`products.groups.${fields.groupBy}`)
      case 'name':
      case 'foreword':
        return fields[name]
      case 'hasAuthorIndex':
      case 'hasTitleIndex':
      case 'hasSummaries':
        return t(fields[name] ? 'products.form.yes' : 'products.form.no')
    }
  }
  return (
    <Disputed
      of={conflict}
      label={(name) => t(`products.fields.${name}`)}
      shown={(name, fields) => shown(fields, name)}
    />
  )
}
