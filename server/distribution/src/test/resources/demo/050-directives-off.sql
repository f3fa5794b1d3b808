SELECT json_build_object('book', json_build_object('title', title)) FROM book WHERE book_id = 10;
