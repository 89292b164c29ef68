; A 64-bit Setup around build/installer.nsh, in the order of electron-builder's templates, for wine64: theirs are
; 32-bit programs with plugins that cannot be had everywhere. Defines come from installer.ts.
Unicode true
Target amd64-unicode
!include MUI2.nsh
!include "${TEMPLATES}/include/FileAssociation.nsh"
!include "${INCLUDE}"

!define INSTALL_REGISTRY_KEY "Software\khosach-test"
!define UNINSTALL_REGISTRY_KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\khosach-test"
!define UNINSTALLER "Uninstall KhoSach.exe"

Name "Kho Sách"
OutFile "${OUT}"
InstallDir "C:\nowhere"
RequestExecutionLevel user
SetCompress off
Var installMode
Var perMachineInstallationFolder
Var perUserInstallationFolder
Var appExe

!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "Vietnamese"
!insertmacro MUI_LANGUAGE "English"
; As electron-builder's own lists have it, which come before our part.
LangString forAll ${LANG_VIETNAMESE} "Anyone who uses this computer"
LangString forAll ${LANG_ENGLISH} "Anyone who uses this computer"
!insertmacro customHeader

!macro chooseMode
  SetRegView 64
  ReadRegStr $perMachineInstallationFolder HKLM "${INSTALL_REGISTRY_KEY}" InstallLocation
  ReadRegStr $perUserInstallationFolder HKCU "${INSTALL_REGISTRY_KEY}" InstallLocation
  StrCpy $installMode "CurrentUser"
  SetShellVarContext current
  ClearErrors
  ${GetParameters} $R0
  ${GetOptions} $R0 "/allusers" $R1
  ${IfNot} ${Errors}
    StrCpy $installMode "all"
    SetShellVarContext all
  ${EndIf}
  ClearErrors
!macroend

Function .onInit
  StrCpy $LANGUAGE ${LANG_VIETNAMESE}
  !insertmacro preInit
  !insertmacro chooseMode
  !insertmacro customInit
FunctionEnd

Function un.onInit
  !insertmacro chooseMode
FunctionEnd

Section "install"
  StrCpy $appExe "$INSTDIR\KhoSach.exe"
  ReadRegStr $R0 SHELL_CONTEXT "${INSTALL_REGISTRY_KEY}" InstallLocation
  ${If} $R0 != ""
    CopyFiles /SILENT "$R0\${UNINSTALLER}" "$PLUGINSDIR\old-uninstaller.exe"
    StrCpy $R1 "/currentuser"
    ${If} $installMode == "all"
      StrCpy $R1 "/allusers"
    ${EndIf}
    ExecWait '"$PLUGINSDIR\old-uninstaller.exe" /S /KEEP_APP_DATA $R1 --updated _?=$R0'
  ${EndIf}
  SetOutPath $INSTDIR
  File /r "${APP_DIR}/*.*"
  WriteUninstaller "$INSTDIR\${UNINSTALLER}"
  WriteRegStr SHELL_CONTEXT "${INSTALL_REGISTRY_KEY}" InstallLocation "$INSTDIR"
  WriteRegStr SHELL_CONTEXT "${UNINSTALL_REGISTRY_KEY}" DisplayName "Kho Sách ${VERSION}"
  WriteRegStr SHELL_CONTEXT "${UNINSTALL_REGISTRY_KEY}" UninstallString '"$INSTDIR\${UNINSTALLER}"'
  CreateShortCut "$SMPROGRAMS\Kho Sách.lnk" "$appExe"
  CreateShortCut "$DESKTOP\Kho Sách.lnk" "$appExe"
  !insertmacro registerFileAssociations
  FileOpen $R9 "C:\said.txt" w
  FileWriteUTF16LE /BOM $R9 "$(forAll)"
  FileClose $R9
  !insertmacro customInstall
SectionEnd

Section "Uninstall"
  !insertmacro customUnInstall
  SetOutPath $TEMP
  RMDir /r $INSTDIR
  Delete "$SMPROGRAMS\Kho Sách.lnk"
  Delete "$DESKTOP\Kho Sách.lnk"
  !insertmacro unregisterFileAssociations
  DeleteRegKey SHELL_CONTEXT "${UNINSTALL_REGISTRY_KEY}"
  DeleteRegKey SHELL_CONTEXT "${INSTALL_REGISTRY_KEY}"
SectionEnd
