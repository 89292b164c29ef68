import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import * as z from 'zod'
import { FileColour, FileFormat, ProfileFields, type Profile } from '../../shared/preservation/contract.ts'
import { exampleName, patternProblem } from '../../shared/preservation/naming.ts'
import { useCommand } from '../app/operations.ts'
import { bind, schemaResolver } from '../ui/Form.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import { NumberField } from '../ui/NumberField.tsx'
import { Select } from '../ui/Select.tsx'
import { TextField } from '../ui/TextField.tsx'

/** A native list gives an empty text where nothing is asked. */
const Typed = ProfileFields.extend({
  minColour: z.union([FileColour, z.literal('').transform(() => null)]),
})
type Values = z.output<typeof Typed>
type Typed = Omit<z.input<typeof Typed>, 'firstPage' | 'formats' | 'minDpi'> & {
  firstPage: number | null
  formats: Profile['formats']
  minDpi: number | null
}

export function FileProfileDialog({ profile, onClose }: { profile: Profile | null; onClose: () => void }) {
  const { t } = useTranslation()
  const add = useCommand('preservation.addProfile')
  const update = useCommand('preservation.updateProfile')
  const form = useForm<Typed, unknown, Values>({
    defaultValues: {
      name: profile?.name ?? '',
      pattern: profile?.pattern ?? '{code}_{page:4}',
      firstPage: profile?.firstPage ?? 1,
      formats: profile?.formats ?? ['tiff'],
      minDpi: profile ? profile.minDpi : 300,
      minColour: profile?.minColour ?? '',
    },
    resolver: schemaResolver<Typed, Values>(Typed, ({ pattern }): { pattern?: string } => {
      const problem = patternProblem(pattern)
      return problem ? { pattern: t(`preservation.patternProblems.${problem}`) } : {}
    }),
  })
  const { text, value } = bind(form)
  const { value: formats, onChange: setFormats } = value('formats')
  const { value: pattern } = value('pattern')
  const isReadable = pattern !== '' && patternProblem(pattern) === null
  const save = (values: Values) =>
    profile ? update.run({ ...values, id: profile.id, rev: profile.rev }) : add.run(values)
  return (
    <FormDialog
      title={t(profile ? 'preservation.profiles.change' : 'preservation.profiles.add')}
      {...{ form, save, onClose }}
      command={profile ? update : add}
      fieldByCode={{ duplicate_name: 'name', pattern_wrong: 'pattern' }}
    >
      <TextField {...text('name')} label={t('preservation.profiles.name')} isRequired />
      <TextField
        {...text('pattern')}
        label={t('preservation.profiles.pattern')}
        hint={
          isReadable
            ? t('preservation.profiles.patternExample', { name: exampleName(pattern, 'SH000123', 7) })
            : t('preservation.profiles.patternHint')
        }
      />
      <p className="soft small">{t('preservation.profiles.patternHelp')}</p>
      <fieldset className="plain-fieldset">
        <legend>{t('preservation.profiles.formats')}</legend>
        <div className="row">
          {FileFormat.options.map((format) => (
            <label key={format} className="check">
              <input
                type="checkbox"
                checked={formats.includes(format)}
                onChange={(event) =>
                  setFormats(
                    event.target.checked ? [...formats, format] : formats.filter((each) => each !== format),
                  )
                }
              />
              <span>{t(`preservation.formats.${format}`)}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <div className="form-grid">
        <NumberField {...value('firstPage')} label={t('preservation.profiles.firstPage')} isGrouped={false} />
        <NumberField
          {...value('minDpi')}
          label={t('preservation.profiles.minDpi')}
          hint={t('preservation.profiles.minDpiHint')}
          isGrouped={false}
        />
        <Select
          {...text('minColour')}
          label={t('preservation.profiles.minColour')}
          emptyLabel={t('preservation.profiles.anyColour')}
          options={FileColour.options.map((each) => ({
            value: each,
            label: t(`preservation.colours.${each}`),
          }))}
        />
      </div>
    </FormDialog>
  )
}
