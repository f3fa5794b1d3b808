SELECT json_build_object(
    'books', (SELECT json_agg(json_build_object('bookId', book_id, 'attributes', attributes) ORDER BY book_id) FROM book WHERE book_id <= 6),
    'warehouses', (SELECT json_agg(json_build_object('location', location) ORDER BY warehouse_id) FROM warehouse WHERE warehouse_id <= 3),
    'specimens', (SELECT json_agg(json_build_object('aJson', a_json) ORDER BY specimen_id) FROM specimen WHERE specimen_id IN (2, 3, 5, 6, 7)));
