import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FileRow } from '../../shared/preservation/contract.ts'
import { fileViews } from '../../shared/preservation/rules.ts'
import type { Output } from '../app/operation-types.ts'
import { usePages } from '../app/operations.ts'
import { IconButton } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Failure } from '../ui/Failure.tsx'
import { InlineSelect } from '../ui/InlineSelect.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { numberStyle } from '../ui/numbers.ts'
import { formatSize } from '../ui/sizes.ts'
import { Table, type Column } from '../ui/Table.tsx'
import { usePreview } from '../ui/use-preview.ts'
import { FilePreview } from './FilePreview.tsx'
import { FileStateChip } from './FileStateChip.tsx'
import { FileTextChip } from './FileTextChip.tsx'
import { PageViewer } from './PageViewer.tsx'

type View = (typeof fileViews)[number]

/** The files of a folder by their names, with the one that is looked at beside them. */
export function FileList({ folder }: { folder: Output<'preservation.folder'> }) {
  const { t } = useTranslation()
  const number = useNumberText()
  const [view, setView] = useState<View>('all')
  const [selected, setSelected] = useState<number | null>(null)
  const [isViewing, setViewing] = useState(false)
  const files = usePages('preservation.files', { folderId: folder.id, view })
  const columns = useFileColumns()
  const preview = usePreview()
  const { tally } = folder
  const all = tally.good + tally.noticed + tally.bad + tally.waiting + tally.gone
  const { pages, withText, low, failed } = folder.texts
  const countByView: Record<View, number> = {
    ...tally,
    all,
    textLow: low,
    textFailed: failed,
    textMissing: pages - withText,
  }
  const current = files.rows.find(({ id }) => id === selected) ?? files.rows[0]
  return (
    <>
      <div className="row no-print">
        <InlineSelect
          label={t('preservation.files.view')}
          value={view}
          options={fileViews.map((each) => ({
            value: each,
            label: t(`preservation.files.views.${each}`, { shown: number(countByView[each]) }),
          }))}
          onChange={(value) => setView(fileViews.find((each) => each === value) ?? 'all')}
        />
        <IconButton
          icon="panel"
          label={t('preservation.files.preview')}
          shortcut="F4"
          aria-pressed={preview.isShown}
          onClick={preview.toggle}
        />
      </div>
      <Failure of={files.failure} />
      <div className="split">
        <Table
          label={t('preservation.files.title')}
          name="preservation.files"
          columns={columns}
          rows={files.rows}
          keyOf={({ id }) => id}
          selected={current?.id ?? null}
          onSelect={({ id }) => setSelected(id)}
          onOpen={({ id }) => {
            setSelected(id)
            setViewing(true)
          }}
          hasMore={files.hasMore}
          onMore={files.more}
          isLoading={files.isStarting && !files.failure}
          empty={
            <EmptyState
              icon="file"
              text={t(
                folder.state === 'new'
                  ? 'preservation.files.notChecked'
                  : view === 'all'
                    ? 'preservation.files.empty'
                    : 'preservation.files.nothingFound',
              )}
            />
          }
        />
        {current && preview.isShown && (
          <FilePreview key={current.id} file={current} onView={() => setViewing(true)} />
        )}
      </div>
      {isViewing && current && (
        <PageViewer files={files.rows} start={current} onClose={() => setViewing(false)} />
      )}
    </>
  )
}

function useFileColumns(): Column<FileRow>[] {
  const { t, i18n } = useTranslation()
  const number = useNumberText()
  return useMemo(() => {
    const style = numberStyle(i18n.language)
    return [
      {
        key: 'path',
        label: t('preservation.files.path'),
        widthPx: 200,
        grows: true,
        cell: ({ path }) => path,
      },
      {
        key: 'page',
        label: t('preservation.files.page'),
        widthPx: 60,
        align: 'end',
        cell: ({ page }) => (page === null ? '' : number(page)),
      },
      {
        key: 'state',
        label: t('preservation.files.state'),
        widthPx: 160,
        cell: (file) => <FileStateChip file={file} />,
      },
      {
        key: 'text',
        label: t('preservation.files.text'),
        widthPx: 96,
        cell: (file) => <FileTextChip file={file} />,
      },
      {
        key: 'format',
        label: t('preservation.files.format'),
        widthPx: 66,
        cell: ({ format }) => format && t(`preservation.formats.${format}`),
      },
      {
        key: 'dpi',
        label: t('preservation.files.dpi'),
        widthPx: 56,
        align: 'end',
        cell: ({ dpi }) => (dpi === null ? '' : number(dpi)),
      },
      {
        key: 'size',
        label: t('preservation.files.size'),
        widthPx: 112,
        align: 'end',
        cell: ({ size }) => formatSize(size, style),
      },
    ]
  }, [t, i18n.language, number])
}
