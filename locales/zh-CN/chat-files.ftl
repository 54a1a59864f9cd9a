# 聊天里收发的文件：为什么没有收，为什么没有发，以及演练页面上与文件有关的字

document-office-only = 文件由公开办发来导入；报告完成请发“已公开 #编号 网址”。
document-as-file = 请把任务分工作为文件发来（Word、Excel 或文本），不要发图片、语音或其他内容。
file-too-big = 文件超过 20 MB，没有收，请删去其中的图片或分成几个文件再发。
file-not-fetched = 没有取到这个文件，什么都没有改动，请再发送一次。
file-too-much = 文件 { $file } 读了两次，程序都中断了，没有收；请分成几个小一些的文件再发，或者在终端用 gongkai plan import 导入。
file-elsewhere = 服务器没有把文件传过来，请管理员去掉 Bot API 服务器的 --local 选项后再发送一次。
file-not-made = 本应附上的文件没有做成，请过一会儿再要一次；还是不行请联系管理员。
file-made-too-big = 本应附上的文件超过 50 MB，没有发，请联系管理员。

# 演练页面
chat-file-attach = 选择要发送的文件
chat-file-chosen = 要发送的文件：
chat-file-cancel = 不发送这个文件
chat-file-drop = 松开即选中这个文件
chat-file-one = 一次发送一个文件，请分几次发。
chat-file-too-big = 文件超过 20 MB，请换一个小一些的文件。
chat-file-empty = 这个文件是空的，请换一个文件。
chat-file-unnamed = 未命名的文件
chat-file-download = 下载文件
chat-file-wrong-kind = 请从演练页面上选择文件发送。
chat-file-gone = 这个文件已经不在，请让机器人重新发送。
