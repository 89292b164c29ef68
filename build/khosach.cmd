@echo off
rem The command line of the installed program. A program with windows has no console, so its answer goes
rem through a file; progress is not shown. Words hard to quote go in by --stdin (a JSON array, or one a line).
setlocal
set "REPLY=%TEMP%\khosach-%RANDOM%-%RANDOM%.json"
"%~dp0KhoSach.exe" --cli --reply "%REPLY%" %*
set "CODE=%ERRORLEVEL%"
if not exist "%REPLY%" exit /b %CODE%
type "%REPLY%"
del "%REPLY%"
exit /b %CODE%
