import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { Selection } from '../../shared/catalogue/contract.ts'
import { productKinds } from '../../shared/products/contract.ts'
import { useCommand, usePages } from '../app/operations.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Failure } from '../ui/Failure.tsx'
import { Select } from '../ui/Select.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { useNumberText } from '../ui/use-number-text.ts'

type Props = { selection: Selection; count: number; onClose: () => void; onDone: () => void }

/** Puts the chosen titles into a bibliography: one being made, or a new one. */
export function ProductDialog({ selection, count, onClose, onDone }: Props) {
  const { t } = useTranslation()
  const number = useNumberText()
  const [productId, setProductId] = useState('')
  const [name, setName] = useState('')
  const [kind, setKind] = useState<(typeof productKinds)[number]>('bibliography')
  const { put, failure, isRunning, products } = usePut(onDone)
  const isNew = productId === ''

  function submit(event: FormEvent) {
    event.preventDefault()
    if (isNew && name.trim() === '') return
    void put(isNew ? { kind, name, selection } : { id: Number(productId), selection })
  }
  return (
    <Dialog title={t('catalogue.product.title', { shown: number(count) })} onClose={onClose}>
      <form className="stack" onSubmit={submit}>
        <Select
          label={t('catalogue.product.into')}
          value={productId}
          emptyLabel={t('catalogue.product.new')}
          options={products.map((product) => ({
            value: String(product.id),
            label: t('catalogue.product.option', { name: product.name, shown: number(product.titles) }),
          }))}
          onChange={(event) => setProductId(event.target.value)}
        />
        {isNew && (
          <>
            <TextField
              label={t('catalogue.product.name')}
              isRequired
              value={name}
              maxLength={500}
              onChange={(event) => setName(event.target.value)}
            />
            <Select
              label={t('catalogue.product.kind')}
              value={kind}
              options={productKinds.map((code) => ({ value: code, label: t(`products.kinds.${code}`) }))}
              onChange={(event) => {
                const chosen = productKinds.find((code) => code === event.target.value)
                if (chosen) setKind(chosen)
              }}
            />
          </>
        )}
        <Failure of={failure} />
        <div className="actions">
          <Button kind="primary" type="submit" disabled={isRunning || (isNew && name.trim() === '')}>
            {t('catalogue.product.submit')}
          </Button>
          <Button onClick={onClose}>{t('common.actions.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  )
}

type Put =
  | { id: number; selection: Selection }
  | { kind: (typeof productKinds)[number]; name: string; selection: Selection }

function usePut(onDone: () => void) {
  const { t } = useTranslation()
  const number = useNumberText()
  const toast = useToast()
  const navigate = useNavigate()
  const list = usePages('products.list', {})
  const addProduct = useCommand('products.addProduct')
  const addTitles = useCommand('products.addTitles')
  async function put(what: Put) {
    const answer = 'id' in what ? await addTitles.run(what) : await addProduct.run(what)
    if (!answer.ok) return
    const { id, name, titles } = answer.value
    toast({
      text: t('catalogue.product.done', { name, shown: number(titles) }),
      act: { label: t('catalogue.product.look'), run: () => void navigate(`/products/${id}`) },
    })
    onDone()
  }
  return {
    put,
    products: list.rows.filter((product) => product.issuedOn === null),
    failure: list.failure ?? addProduct.failure ?? addTitles.failure,
    isRunning: addProduct.isRunning || addTitles.isRunning,
  }
}
