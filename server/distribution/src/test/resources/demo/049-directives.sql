SELECT json_build_object('book', json_build_object('bookId', 10,
    'editions', (SELECT json_agg(json_build_object('number', e.number, 'stocks', (SELECT coalesce(json_agg(json_build_object('warehouseId', s.warehouse_id) ORDER BY s.warehouse_id), '[]') FROM stock s WHERE s.book_id = 10 AND s.edition_number = e.number)) ORDER BY e.number) FROM edition e WHERE e.book_id = 10),
    'authors', (SELECT json_agg(json_build_object('authorId', author_id) ORDER BY author_id) FROM book_author WHERE book_id = 10)));
