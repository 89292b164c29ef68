; electron-builder has hardly a Vietnamese word for the pages and boxes that are its own and puts English in their place.
; The same names in Vietnamese, set after its own; test/packing/installer-words.test.ts compares them with its lists.
!macro khosachWords
  ; A word that is set again is a warning, and electron-builder takes a warning for an error.
  !pragma warning push
  !pragma warning disable 6030
  LangString win7Required ${LANG_VIETNAMESE} "Cần Windows 10 bản 64 bit hoặc mới hơn."
  LangString x64WinRequired ${LANG_VIETNAMESE} "Cần Windows bản 64 bit."
  LangString appRunning ${LANG_VIETNAMESE} "Kho Sách đang mở.$\r$\nBấm OK để đóng Kho Sách và cài tiếp. Nếu chương trình không tự đóng, hãy đóng bằng tay."
  LangString appCannotBeClosed ${LANG_VIETNAMESE} "Chưa đóng được Kho Sách.$\r$\nHãy đóng bằng tay rồi bấm Thử lại (Retry) để tiếp tục."
  LangString appClosing ${LANG_VIETNAMESE} "Đang đóng Kho Sách..."
  LangString installing ${LANG_VIETNAMESE} "Đang cài đặt, xin chờ..."
  LangString areYouSureToUninstall ${LANG_VIETNAMESE} "Gỡ Kho Sách khỏi máy này?"
  LangString decompressionFailed ${LANG_VIETNAMESE} "Chưa giải nén được tệp của chương trình. Hãy xem ổ đĩa còn chỗ trống không rồi chạy lại bộ cài."
  LangString uninstallFailed ${LANG_VIETNAMESE} "Chưa gỡ được bản cũ. Hãy đóng Kho Sách rồi chạy lại bộ cài."
  LangString chooseInstallationOptions ${LANG_VIETNAMESE} "Chọn cách cài đặt"
  LangString chooseUninstallationOptions ${LANG_VIETNAMESE} "Chọn bản cần gỡ"
  LangString whichInstallationShouldBeRemoved ${LANG_VIETNAMESE} "Gỡ bản cài nào?"
  LangString whoShouldThisApplicationBeInstalledFor ${LANG_VIETNAMESE} "Cài Kho Sách cho ai dùng?"
  LangString selectUserMode ${LANG_VIETNAMESE} "Hãy chọn cài cho mọi người dùng máy này hay chỉ cho bạn."
  LangString whichInstallationRemove ${LANG_VIETNAMESE} "Kho Sách được cài cả cho mọi người dùng máy này và cho riêng bạn.$\r$\nBạn muốn gỡ bản nào?"
  LangString freshInstallForAll ${LANG_VIETNAMESE} "Cài mới cho mọi người dùng máy này (cần tài khoản quản trị Windows)."
  LangString freshInstallForCurrent ${LANG_VIETNAMESE} "Cài mới, chỉ cho tài khoản Windows đang dùng."
  LangString onlyForMe ${LANG_VIETNAMESE} "Chỉ cho &tôi"
  LangString forAll ${LANG_VIETNAMESE} "Mọi &người dùng máy này"
  LangString loginWithAdminAccount ${LANG_VIETNAMESE} "Cần đăng nhập bằng tài khoản thuộc nhóm quản trị Windows để tiếp tục."
  ; The folder follows in brackets.
  LangString perUserInstallExists ${LANG_VIETNAMESE} "Đã có bản cài cho riêng bạn "
  LangString perUserInstall ${LANG_VIETNAMESE} "Có bản cài cho riêng bạn "
  LangString perMachineInstallExists ${LANG_VIETNAMESE} "Đã có bản cài cho mọi người dùng máy này "
  LangString perMachineInstall ${LANG_VIETNAMESE} "Có bản cài cho mọi người dùng máy này "
  LangString reinstallUpgrade ${LANG_VIETNAMESE} "Sẽ cài lại hoặc nâng cấp bản đó; dữ liệu giữ nguyên."
  LangString uninstall ${LANG_VIETNAMESE} "Sẽ gỡ bản đó."
  !pragma warning pop
!macroend
