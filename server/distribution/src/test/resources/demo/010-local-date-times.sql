SELECT json_build_object(
    'ordered', (SELECT json_agg(json_build_object('bookId', book_id, 'updatedAt', to_char(updated_at, 'YYYY-MM-DD"T"HH24:MI:SS')) ORDER BY updated_at, book_id) FROM (SELECT * FROM book WHERE updated_at IS NOT NULL ORDER BY updated_at, book_id LIMIT 5) b),
    'range', (SELECT json_agg(json_build_object('warehouseId', warehouse_id, 'bookId', book_id, 'countedAt', to_char(counted_at, 'YYYY-MM-DD"T"HH24:MI:SS')) ORDER BY warehouse_id, book_id, edition_number) FROM stock WHERE counted_at >= '2022-06-01' AND counted_at < '2022-06-03 12:00'),
    'micros', json_build_array(json_build_object('aLocalDatetime', '1970-01-01T00:00:00'), json_build_object('aLocalDatetime', '1969-12-31T23:59:59.999999')),
    'neq', (SELECT json_agg(json_build_object('specimenId', specimen_id, 'aLocalDatetime', replace(to_char(a_local_datetime, 'YYYY-MM-DD"T"HH24:MI:SS.US'), '.000000', '')) ORDER BY specimen_id) FROM specimen WHERE specimen_id IN (2, 3, 5, 6)));
