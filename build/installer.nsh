; What Setup does beyond electron-builder's own script, which calls these macros by their names:
;   preInit          refuses Windows before 10, and 32-bit Windows, in plain words
;   customInit       finds the answer file; keeps policy.json of the installation that an upgrade takes away first
;   customInstall    data folder, its rights, policy.json beside the program, the firewall where this PC serves others
;   customUnInstall  leaves the data where it is, unless that was asked for
; test/packing/installer.test.ts runs them under wine.
!include LogicLib.nsh
!include FileFunc.nsh
!include WinVer.nsh
!include x64.nsh
!include "${__FILEDIR__}/installer-words.nsh"

!define KHOSACH_KEY "Software\KhoSach"
!define ANSWERS_NAME "khosach-setup.ini"
!define FIREWALL_RULE "KhoSach"

!macro customHeader
  !insertmacro khosachWords
  LangString khosachOldWindows ${LANG_VIETNAMESE} "Kho Sách cần Windows 10 bản 64 bit hoặc mới hơn. Máy này dùng Windows cũ hơn hoặc bản 32 bit nên chưa cài được; chưa có gì trên máy bị thay đổi. Hãy cài trên máy khác hoặc nâng cấp Windows."
  LangString khosachOldWindows ${LANG_ENGLISH} "Kho Sách needs 64-bit Windows 10 or newer. This PC has an older or a 32-bit Windows, so nothing was installed and nothing was changed. Install it on another PC, or upgrade Windows."
  LangString khosachNoAnswers ${LANG_VIETNAMESE} "Không tìm thấy tệp trả lời $answersFile. Hãy kiểm tra đường dẫn sau /ANSWERS= rồi chạy lại; chưa có gì được cài."
  LangString khosachNoAnswers ${LANG_ENGLISH} "The answer file $answersFile is not there. Check the path after /ANSWERS= and run Setup again; nothing was installed."
  LangString khosachNoFolder ${LANG_VIETNAMESE} "Không tạo được thư mục dữ liệu $dataFolder. Hãy kiểm tra ổ đĩa và quyền ghi, rồi chạy lại bộ cài."
  LangString khosachNoFolder ${LANG_ENGLISH} "The data folder $dataFolder could not be made. Check the drive and the right to write there, then run Setup again."
  LangString khosachNoRights ${LANG_VIETNAMESE} "Không đặt được quyền ghi cho mọi người dùng trên thư mục dữ liệu $dataFolder. Chương trình đã cài xong, nhưng chỉ quản trị viên của máy ghi được dữ liệu cho đến khi quyền Modify của nhóm Users được đặt bằng tay."
  LangString khosachNoRights ${LANG_ENGLISH} "The users of this PC could not be given the right to write in the data folder $dataFolder. The program is installed, but only administrators can write data until the group Users is given Modify by hand."
  LangString khosachNoFirewall ${LANG_VIETNAMESE} "Không mở được tường lửa Windows cho Kho Sách. Chương trình đã cài xong, nhưng các máy khác chưa vào được máy này cho đến khi người quản trị cho phép $INSTDIR\KhoSach.exe nhận kết nối trong mạng nội bộ."
  LangString khosachNoFirewall ${LANG_ENGLISH} "Windows Firewall could not be opened for Kho Sách. The program is installed, but other PCs cannot reach this one until an administrator lets $INSTDIR\KhoSach.exe take connections from the local network."
  LangString khosachDeleteData ${LANG_VIETNAMESE} "Dữ liệu của thư viện nằm trong $dataFolder và sẽ được giữ lại.$\r$\n$\r$\nXóa luôn toàn bộ dữ liệu, kể cả các bản sao lưu trong thư mục đó? Không thể lấy lại sau khi xóa."
  LangString khosachDeleteData ${LANG_ENGLISH} "The library's data are in $dataFolder and will be kept.$\r$\n$\r$\nDelete all of them as well, with the backups in that folder? They cannot be brought back."
!macroend

Var dataFolder

!macro preInit
  !ifndef BUILD_UNINSTALLER
    ${IfNot} ${AtLeastWin10}
    ${OrIfNot} ${RunningX64}
      MessageBox MB_OK|MB_ICONSTOP "$(khosachOldWindows)" /SD IDOK
      SetErrorLevel 3
      Quit
    ${EndIf}
  !endif
!macroend

!ifndef BUILD_UNINSTALLER
  Var answersFile
  Var policyFile
  Var isFirstValue

  ; The value on the stack as it stands inside quotes in JSON.
  Function escapeJson
    Exch $R0
    Push $R1
    Push $R2
    Push $R3
    StrCpy $R1 ""
    StrCpy $R2 0
    ${Do}
      StrCpy $R3 $R0 1 $R2
      ${If} $R3 == ""
        ${Break}
      ${ElseIf} $R3 == "\"
      ${OrIf} $R3 == '"'
        StrCpy $R1 "$R1\$R3"
      ${Else}
        StrCpy $R1 "$R1$R3"
      ${EndIf}
      IntOp $R2 $R2 + 1
    ${Loop}
    StrCpy $R0 $R1
    Pop $R3
    Pop $R2
    Pop $R1
    Exch $R0
  FunctionEnd
!endif

!macro findAnswers
  StrCpy $answersFile "$EXEDIR\${ANSWERS_NAME}"
  ${IfNot} ${FileExists} "$answersFile"
    StrCpy $answersFile ""
  ${EndIf}
  ClearErrors
  ${GetParameters} $R0
  ${GetOptions} $R0 "/ANSWERS=" $R1
  ${IfNot} ${Errors}
    ; A relative name would be looked for in the folder of Windows.
    GetFullPathName $answersFile "$R1"
    ${If} $answersFile == ""
      StrCpy $answersFile "$R1"
    ${EndIf}
    ${IfNot} ${FileExists} "$answersFile"
      MessageBox MB_OK|MB_ICONSTOP "$(khosachNoAnswers)" /SD IDOK
      SetErrorLevel 4
      Quit
    ${EndIf}
  ${EndIf}
  ClearErrors
!macroend

!macro customInit
  !insertmacro findAnswers
  InitPluginsDir
  ${If} $perMachineInstallationFolder != ""
  ${AndIf} ${FileExists} "$perMachineInstallationFolder\policy.json"
    CopyFiles /SILENT "$perMachineInstallationFolder\policy.json" "$PLUGINSDIR\policy-all.json"
  ${EndIf}
  ${If} $perUserInstallationFolder != ""
  ${AndIf} ${FileExists} "$perUserInstallationFolder\policy.json"
    CopyFiles /SILENT "$perUserInstallationFolder\policy.json" "$PLUGINSDIR\policy-CurrentUser.json"
  ${EndIf}
  ClearErrors
!macroend

!macro writePolicyValue NAME VALUE
  ${If} "${VALUE}" != ""
    Push "${VALUE}"
    Call escapeJson
    Pop $R1
    ${If} $isFirstValue != "yes"
      FileWriteUTF16LE $policyFile ","
    ${EndIf}
    FileWriteUTF16LE $policyFile '$\r$\n    "${NAME}": "$R1"'
    StrCpy $isFirstValue "no"
  ${EndIf}
!macroend

!macro writePolicyAnswer GROUP NAME
  StrCpy $R0 ""
  ${If} $answersFile != ""
    ReadINIStr $R0 "$answersFile" "${GROUP}" "${NAME}"
  ${EndIf}
  !insertmacro writePolicyValue "${NAME}" "$R0"
!macroend

!macro writePolicyAnswers GROUP
  !insertmacro writePolicyAnswer "${GROUP}" "endpoint"
  !insertmacro writePolicyAnswer "${GROUP}" "province"
  !insertmacro writePolicyAnswer "${GROUP}" "libraryCode"
  !insertmacro writePolicyAnswer "${GROUP}" "libraryName"
  !insertmacro writePolicyAnswer "${GROUP}" "language"
  !insertmacro writePolicyAnswer "${GROUP}" "online"
  !insertmacro writePolicyAnswer "${GROUP}" "updateAddress"
  !insertmacro writePolicyAnswer "${GROUP}" "server"
  !insertmacro writePolicyAnswer "${GROUP}" "lan"
!macroend

; UTF-16, since that is what Setup can write whatever the letters of a path; the program reads UTF-8 as well.
!macro writePolicy
  FileOpen $policyFile "$INSTDIR\policy.json" w
  FileWriteUTF16LE /BOM $policyFile '{$\r$\n  "fixed": {'
  StrCpy $isFirstValue "yes"
  ${If} $installMode == "all"
  ${OrIf} $dataFolder != "$LOCALAPPDATA\KhoSach"
    !insertmacro writePolicyValue "dataFolder" "$dataFolder"
  ${EndIf}
  !insertmacro writePolicyAnswers "fixed"
  FileWriteUTF16LE $policyFile '$\r$\n  },$\r$\n  "offered": {'
  StrCpy $isFirstValue "yes"
  !insertmacro writePolicyAnswers "offered"
  FileWriteUTF16LE $policyFile '$\r$\n  }$\r$\n}$\r$\n'
  FileClose $policyFile
!macroend

; Where an earlier installation had its data, where the answers say, or where programs of this kind keep data:
; %ProgramData% for all users of the PC, %LOCALAPPDATA% for one. NSIS calls both $LOCALAPPDATA.
!macro chooseDataFolder
  ReadRegStr $dataFolder SHELL_CONTEXT "${KHOSACH_KEY}" "DataFolder"
  ${If} $answersFile != ""
    ReadINIStr $R0 "$answersFile" "fixed" "dataFolder"
    ${If} $R0 != ""
      StrCpy $dataFolder $R0
    ${EndIf}
  ${EndIf}
  ${If} $dataFolder == ""
    StrCpy $dataFolder "$LOCALAPPDATA\KhoSach"
  ${EndIf}
  ClearErrors
!macroend

!macro prepareDataFolder
  CreateDirectory "$dataFolder"
  ${IfNot} ${FileExists} "$dataFolder\*.*"
    MessageBox MB_OK|MB_ICONSTOP "$(khosachNoFolder)" /SD IDOK
    SetErrorLevel 5
  ${ElseIf} $installMode == "all"
    ; S-1-5-32-545 is the group Users, whatever Windows calls it in its language.
    nsExec::Exec '"$SYSDIR\icacls.exe" "$dataFolder" /grant *S-1-5-32-545:(OI)(CI)M /Q'
    Pop $R0
    ${If} $R0 != 0
      MessageBox MB_OK|MB_ICONEXCLAMATION "$(khosachNoRights)" /SD IDOK
      SetErrorLevel 6
    ${EndIf}
  ${EndIf}
  WriteRegStr SHELL_CONTEXT "${KHOSACH_KEY}" "DataFolder" "$dataFolder"
  ClearErrors
!macroend

; Where the answers say that this PC serves others (lan=1), the program may take connections from the same network, and
; from nowhere else. The rule is the program's, whatever port it uses.
!macro openFirewall
  StrCpy $R0 ""
  ${If} $answersFile != ""
    ReadINIStr $R0 "$answersFile" "fixed" "lan"
    ${If} $R0 == ""
      ReadINIStr $R0 "$answersFile" "offered" "lan"
    ${EndIf}
  ${EndIf}
  ${If} $R0 == "1"
  ${OrIf} $R0 == "yes"
  ${OrIf} $R0 == "true"
    ; An upgrade may have another folder: what was opened for the old one goes first.
    nsExec::Exec '"$SYSDIR\netsh.exe" advfirewall firewall delete rule name="${FIREWALL_RULE}"'
    Pop $R0
    nsExec::Exec '"$SYSDIR\netsh.exe" advfirewall firewall add rule name="${FIREWALL_RULE}" dir=in action=allow program="$INSTDIR\KhoSach.exe" protocol=TCP remoteip=localsubnet profile=private,domain enable=yes'
    Pop $R0
    ${If} $R0 != 0
      MessageBox MB_OK|MB_ICONEXCLAMATION "$(khosachNoFirewall)" /SD IDOK
      SetErrorLevel 7
    ${Else}
      WriteRegStr SHELL_CONTEXT "${KHOSACH_KEY}" "Firewall" "1"
    ${EndIf}
  ${EndIf}
  ClearErrors
!macroend

!macro closeFirewall
  ReadRegStr $R0 SHELL_CONTEXT "${KHOSACH_KEY}" "Firewall"
  ${If} $R0 == "1"
    nsExec::Exec '"$SYSDIR\netsh.exe" advfirewall firewall delete rule name="${FIREWALL_RULE}"'
    Pop $R0
    DeleteRegValue SHELL_CONTEXT "${KHOSACH_KEY}" "Firewall"
  ${EndIf}
  ClearErrors
!macroend

!macro customInstall
  !insertmacro chooseDataFolder
  !insertmacro prepareDataFolder
  ${If} $answersFile == ""
  ${AndIf} ${FileExists} "$PLUGINSDIR\policy-$installMode.json"
    CopyFiles /SILENT "$PLUGINSDIR\policy-$installMode.json" "$INSTDIR\policy.json"
  ${ElseIf} $answersFile != ""
  ${OrIf} $installMode == "all"
  ${OrIf} $dataFolder != "$LOCALAPPDATA\KhoSach"
    !insertmacro writePolicy
  ${EndIf}
  ClearErrors
  !insertmacro openFirewall
!macroend

; Only what the program itself puts there, name by name: a folder given by hand may hold other things.
!macro deleteData
  Delete "$dataFolder\library.db"
  Delete "$dataFolder\library.db-wal"
  Delete "$dataFolder\library.db-shm"
  Delete "$dataFolder\lock.db"
  Delete "$dataFolder\pipe"
  RMDir /r "$dataFolder\backups"
  RMDir /r "$dataFolder\before-restore"
  RMDir /r "$dataFolder\before-upgrade"
  RMDir /r "$dataFolder\evidence"
  RMDir /r "$dataFolder\exchange"
  RMDir /r "$dataFolder\imports"
  RMDir /r "$dataFolder\lan"
  RMDir /r "$dataFolder\logs"
  RMDir /r "$dataFolder\mergers"
  RMDir /r "$dataFolder\papers"
  RMDir /r "$dataFolder\restore"
  RMDir /r "$dataFolder\this-pc"
  RMDir /r "$dataFolder\updates"
  RMDir /r "$dataFolder\upgrade"
  RMDir "$dataFolder"
  DeleteRegKey SHELL_CONTEXT "${KHOSACH_KEY}"
!macroend

; An upgrade runs the old uninstaller with --updated; data stay then, whatever else is said.
!macro customUnInstall
  ReadRegStr $dataFolder SHELL_CONTEXT "${KHOSACH_KEY}" "DataFolder"
  ClearErrors
  ${GetParameters} $R0
  ${GetOptions} $R0 "--updated" $R1
  ${If} ${Errors}
    !insertmacro closeFirewall
    ${GetParameters} $R0
    ClearErrors
    ${GetOptions} $R0 "--updated" $R1
  ${EndIf}
  ${If} ${Errors}
  ${AndIf} ${FileExists} "$dataFolder\library.db"
    ClearErrors
    ${GetOptions} $R0 "/DELETEDATA" $R1
    ${IfNot} ${Errors}
      !insertmacro deleteData
    ${Else}
      MessageBox MB_YESNO|MB_ICONEXCLAMATION|MB_DEFBUTTON2 "$(khosachDeleteData)" /SD IDNO IDNO khosachKeepData
        !insertmacro deleteData
      khosachKeepData:
    ${EndIf}
  ${EndIf}
  ClearErrors
!macroend
