@echo off
rem Runs attention-limits.jar, which lies beside this file, with the Java of JAVA_HOME or of the PATH.
rem ATTENTION_LIMITS_JAVA_OPTIONS holds options of the virtual machine, as -Xmx8g.
setlocal
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java.exe"
set "SHORT="
for %%c in (show evaluate attack claims check inspect tokens badges report readme) do (
  if "%~1"=="%%c" set "SHORT=-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"
)
"%JAVA%" -XX:+IgnoreUnrecognizedVMOptions --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow %SHORT% %ATTENTION_LIMITS_JAVA_OPTIONS% -jar "%~dp0attention-limits.jar" %*
exit /b %ERRORLEVEL%
