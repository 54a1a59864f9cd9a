# Files in the chat: why one was not taken, why one was not sent, and the page's words about them

document-office-only = Files are sent by the office; to report, please send “已公开 #number link”.
document-as-file = Please send the plan as a file (Word, Excel or text), not as a picture, a voice message or anything else.
file-too-big = The file is over 20 MB and was not taken; please remove its pictures or send it in several files.
file-not-fetched = This file could not be fetched and nothing was changed; please send it again.
file-too-much = The file { $file } was not taken, the program broke off both times it was read; please send it in several smaller files, or import it at the terminal with gongkai plan import.
file-elsewhere = The server did not hand the file over; please ask the administrator to run the Bot API server without --local, then send it again.
file-not-made = The file that belongs here could not be made; please ask for it again in a moment, and tell the administrator if that does not help.
file-made-too-big = The file that belongs here is over 50 MB and was not sent; please tell the administrator.

# The rehearsal page
chat-file-attach = Choose a file to send
chat-file-chosen = File to send:
chat-file-cancel = Do not send this file
chat-file-drop = Let go to choose this file
chat-file-one = One file goes at a time, please send them one after another.
chat-file-too-big = The file is over 20 MB, please choose a smaller one.
chat-file-empty = This file is empty, please choose another one.
chat-file-unnamed = A file without a name
chat-file-download = Download file
chat-file-wrong-kind = Please choose the file on the rehearsal page and send it there.
chat-file-gone = This file is no longer there, please ask the bot for it again.
