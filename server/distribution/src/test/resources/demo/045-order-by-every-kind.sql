SELECT json_build_object(
    'bySold', (SELECT json_agg(json_build_object('bookId', book_id, 'copiesSold', copies_sold::text, 'price', price::text) ORDER BY copies_sold DESC, price, book_id) FROM (SELECT * FROM book ORDER BY copies_sold DESC, price, book_id LIMIT 5) b),
    'byAdded', (SELECT json_agg(json_build_object('bookId', book_id, 'addedAt', to_char(added_at, 'YYYY-MM-DD"T"HH24:MI:SS"Z"')) ORDER BY added_at, book_id) FROM (SELECT * FROM book ORDER BY added_at, book_id LIMIT 5) b),
    'byPublished', (SELECT json_agg(json_build_object('bookId', book_id, 'published', published) ORDER BY published DESC, book_id) FROM (SELECT * FROM book WHERE published IS NOT NULL ORDER BY published DESC, book_id LIMIT 5) b),
    'byPrint', (SELECT json_agg(json_build_object('bookId', book_id, 'inPrint', in_print) ORDER BY book_id) FROM (SELECT * FROM book WHERE NOT in_print ORDER BY book_id LIMIT 3) b),
    'byTime', (SELECT json_agg(json_build_object('aTime', replace(to_char(a_time, 'HH24:MI:SS.US'), '.000000', '')) ORDER BY a_time, specimen_id) FROM (SELECT * FROM specimen WHERE a_time IS NOT NULL ORDER BY a_time, specimen_id LIMIT 4) s),
    'byUuid', (SELECT json_agg(json_build_object('aUuid', a_uuid) ORDER BY a_uuid DESC) FROM (SELECT * FROM specimen WHERE a_uuid IS NOT NULL ORDER BY a_uuid DESC LIMIT 3) s));
