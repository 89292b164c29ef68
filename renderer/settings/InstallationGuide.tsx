import { useTranslation } from 'react-i18next'

/** What is typed is the same in every language. */
const samples = {
  silent: [
    'KhoSach-Setup.exe /S /allusers /D=C:\\Program Files\\KhoSach',
    'KhoSach-Setup.exe /S /currentuser /ANSWERS=D:\\khosach-setup.ini',
    '"C:\\Program Files\\KhoSach\\Uninstall KhoSach.exe" /S /allusers',
    '"C:\\Program Files\\KhoSach\\Uninstall KhoSach.exe" /S /allusers /DELETEDATA',
  ],
  answers: [
    '[fixed]',
    'endpoint=https://…',
    'dataFolder=D:\\KhoSach',
    'online=no',
    '[offered]',
    'province=01',
    'libraryCode=…',
    'libraryName=…',
    'language=vi',
  ],
  policies: [
    'HKLM\\Software\\Policies\\KhoSach',
    'HKLM\\Software\\Policies\\KhoSach\\Recommended',
    'HKCU\\Software\\Policies\\KhoSach',
    '{ "fixed": { "online": false }, "offered": { "province": "01" } }',
  ],
  commands: [
    'khosach self-test --whole',
    'khosach call catalogue.search "{}" --reply D:\\reply.json',
    'type words.json | khosach --stdin',
  ],
  alarm: ['certutil -hashfile KhoSach-Setup.exe SHA256', 'khosach self-test --whole'],
} as const
const parts = ['silent', 'answers', 'policies', 'commands', 'alarm'] as const

/** For whoever looks after many PCs: how the program is installed, told things beforehand, and defended. */
export function InstallationGuide() {
  const { t } = useTranslation()
  return (
    <section className="card">
      <h2>{t('settings.guide.title')}</h2>
      <div className="stack">
        {parts.map((part) => (
          <details key={part}>
            <summary>{t(`settings.guide.${part}.title`)}</summary>
            <p>{t(`settings.guide.${part}.text`)}</p>
            <pre className="typed">{samples[part].join('\n')}</pre>
            <p>{t(`settings.guide.${part}.more`)}</p>
          </details>
        ))}
      </div>
    </section>
  )
}
