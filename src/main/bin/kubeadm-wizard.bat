@echo off
rem Starts Kubeadm Wizard: no words, or a cluster file alone, open the wizard; words are a command. Needs Java 25 or newer.
setlocal
set "app=%~dp0.."
set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java"
"%java%" -version >nul 2>nul || (echo kubeadm-wizard needs Java 25 or newer: install it, or let JAVA_HOME name where it is. 1>&2 & exit /b 2)
if "%~1"=="" goto window
if "%~2"=="" if exist "%~1" if /i "%~x1"==".yaml" goto window
if "%~2"=="" if exist "%~1" if /i "%~x1"==".yml" goto window
"%java%" -cp "%app%\lib\*" io.github.kubeadmwizard.app.Launcher %*
exit /b %errorlevel%
:window
"%java%" "--module-path=%app%\fx" --add-modules=javafx.controls,javafx.graphics --enable-native-access=javafx.graphics -cp "%app%\lib\*" io.github.kubeadmwizard.app.Launcher %*
exit /b %errorlevel%
