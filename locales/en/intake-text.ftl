# Reading plain text, web pages and Markdown: what cannot be told, place by place. $quote the words, $place where.
text-borders-lost = { $place } “{ $quote }”: there is a table here, but the borders of its cells are lost; please send the original Word or Excel file, or copy it from the table and paste it with its TABs.
text-row-unclear = { $place } “{ $quote }”: this row has { $found } cells and the table { $expected }, or its words do not fit those of the other rows; please add the empty cells after the original, or send the original Word or Excel file.
text-rows-unclear = { $place } “{ $quote }”: from here on it cannot be told which cells are one row; please leave an empty line between rows, or send the original Word or Excel file.
text-line-unclear = { $place } “{ $quote }”: this line may belong to the cell above, or be a row that lost its TABs; please put the TABs back, or leave an empty line and begin a note with “Note:”.
text-too-many-lines = “{ $name }” has more than { $lines } lines, which is no list of tasks; please send only the list of tasks.
text-html-table = { $place } “{ $quote }”: this is a web table inside Markdown; please save the whole file as a web page (.html) and send that.
html-cells-overlap = { $place } “{ $quote }”: this cell overlaps another merged one; please correct how many rows and columns they cover and send the file again.
html-too-deep = The tags of “{ $name }” are nested more than { $deepest } deep, so its end cannot be read; please open it in a browser, copy it into Word or Excel and send that.
html-too-many-tags = “{ $name }” has more than { $tags } tags, which is no list of tasks; please open it in a browser, copy the table into Word or Excel and send that.
