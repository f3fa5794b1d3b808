SELECT json_build_object('books', json_agg(json_build_object('bookId', book_id) ORDER BY book_id))
FROM book
WHERE pages > 5 AND price <= 20 AND copies_sold >= 1000 AND rating > 1 AND in_print AND published >= '1900-01-01' AND added_at < '2025-05-31 22:00Z'
  AND updated_at > '2021-03-01' AND reading_time <= interval '23 hours' AND format <> 'AUDIO' AND ('crime' = ANY (tags) OR 'love' = ANY (tags) OR 'science' = ANY (tags) OR 'war' = ANY (tags));
