SELECT json_build_object(
    'eq', json_build_array(json_build_object('specimenId', 3, 'someBytes', '/wB/')),
    'empty', (SELECT json_agg(json_build_object('specimenId', specimen_id, 'someBytes', '') ORDER BY specimen_id) FROM specimen WHERE length(some_bytes) = 0),
    'in', json_build_array(json_build_object('specimenId', 4), json_build_object('specimenId', 5), json_build_object('specimenId', 6)),
    'neq', (SELECT json_agg(json_build_object('specimenId', specimen_id, 'someBytes', encode(some_bytes, 'base64')) ORDER BY specimen_id) FROM specimen WHERE specimen_id IN (2, 3, 5, 6)),
    'covers', (SELECT json_agg(json_build_object('bookId', book_id, 'cover', encode(cover, 'base64')) ORDER BY book_id) FROM (SELECT * FROM book WHERE cover IS NOT NULL ORDER BY book_id LIMIT 5) b));
