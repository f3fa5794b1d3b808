SELECT json_build_object(
    'values', (SELECT json_agg(json_build_object('aDuration', a_duration::text) ORDER BY specimen_id) FROM specimen WHERE specimen_id BETWEEN 2 AND 7),
    'zero', json_build_array(json_build_object('specimenId', 2)),
    'long', (SELECT json_agg(json_build_object('bookId', book_id, 'readingTime', reading_time::text) ORDER BY book_id) FROM book WHERE extract(epoch FROM reading_time) > 89400),
    'ordered', (SELECT json_agg(json_build_object('bookId', book_id, 'readingTime', reading_time::text) ORDER BY reading_time DESC, book_id) FROM (SELECT * FROM book WHERE reading_time IS NOT NULL ORDER BY reading_time DESC, book_id LIMIT 4) b),
    'handling', (SELECT json_agg(json_build_object('name', name, 'handling', handling::text) ORDER BY warehouse_id) FROM warehouse WHERE warehouse_id >= 10));
