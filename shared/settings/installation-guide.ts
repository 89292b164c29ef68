/** What is typed is the same in every language; what is said of it stands in the texts, at `settings.guide`. */
export const typedInGuide = {
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
    'lan=1',
    '[offered]',
    'province=01',
    'libraryCode=…',
    'libraryName=…',
    'language=vi',
    'updateAddress=https://…',
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
    'khosach health',
    'khosach benchmark',
    'khosach diagnose --out D:\\chan-doan.txt',
  ],
  alarm: ['certutil -hashfile KhoSach-Setup.exe SHA256', 'khosach self-test --whole'],
} as const
export const guideParts = ['silent', 'answers', 'policies', 'commands', 'alarm'] as const
