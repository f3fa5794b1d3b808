SELECT json_build_object(
    'eq', (SELECT json_agg(json_build_object('bookId', book_id, 'format', format) ORDER BY book_id) FROM book WHERE format = 'AUDIO' AND pages < 40),
    'neq', (SELECT json_agg(json_build_object('specimenId', specimen_id, 'aFormat', a_format) ORDER BY specimen_id) FROM specimen WHERE a_format <> 'HARDCOVER' AND specimen_id <= 20),
    'in', (SELECT json_agg(json_build_object('orderId', order_id::text, 'status', status) ORDER BY order_id) FROM "order" WHERE status::text IN ('NEW', 'CANCELLED') AND total > 295),
    'nin', (SELECT json_agg(json_build_object('status', status, 'total', total::text) ORDER BY order_id) FROM "order" WHERE status = 'CANCELLED' AND total < -9),
    'isNull', (SELECT json_agg(json_build_object('specimenId', specimen_id, 'aFormat', null) ORDER BY specimen_id) FROM specimen WHERE a_format IS NULL));
