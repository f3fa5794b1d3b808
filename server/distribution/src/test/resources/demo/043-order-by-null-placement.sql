SELECT json_build_object(
    'asc', (SELECT json_agg(json_build_object('pages', pages, 'bookId', book_id) ORDER BY coalesce(pages, 1000000), book_id) FROM book WHERE book_id <= 30),
    'desc', (SELECT json_agg(json_build_object('pages', pages, 'bookId', book_id) ORDER BY coalesce(pages, 1000000) DESC, book_id) FROM book WHERE book_id <= 30),
    'ascFirst', (SELECT json_agg(json_build_object('rating', rating, 'bookId', book_id) ORDER BY coalesce(rating, -1), book_id) FROM book WHERE book_id <= 30),
    'descLast', (SELECT json_agg(json_build_object('rating', rating, 'bookId', book_id) ORDER BY coalesce(rating, -1) DESC, book_id) FROM book WHERE book_id <= 30));
