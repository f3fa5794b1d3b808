SELECT json_build_object('books', json_agg(json_build_object('bookId', book_id, 'title', title) ORDER BY book_id)) FROM book WHERE book_id <= 45;
