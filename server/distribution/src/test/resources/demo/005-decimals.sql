SELECT json_build_object(
    'notRounded', (SELECT json_agg(json_build_object('bookId', book_id, 'price', price::text) ORDER BY book_id) FROM (SELECT * FROM book WHERE price = 20.40 ORDER BY book_id LIMIT 3) b),
    'otherScale', (SELECT json_agg(json_build_object('bookId', book_id, 'price', price::text) ORDER BY book_id) FROM (SELECT * FROM book WHERE price = 19.99 ORDER BY book_id LIMIT 3) b),
    'extreme', (SELECT json_agg(json_build_object('bookId', book_id, 'price', price::text) ORDER BY book_id) FROM book WHERE book_id IN (100, 101)),
    'range', (SELECT json_agg(json_build_object('price', price::text, 'bookId', book_id) ORDER BY price DESC, book_id) FROM (SELECT * FROM book WHERE price > 12 AND price <= 14.95 ORDER BY price DESC, book_id LIMIT 5) b),
    'negative', (SELECT json_agg(json_build_object('balance', balance::text) ORDER BY customer_id) FROM customer WHERE balance < -480),
    'scaleKept', (SELECT json_agg(json_build_object('specimenId', specimen_id, 'aDecimal', a_decimal::text) ORDER BY specimen_id) FROM specimen WHERE a_decimal IN (19.99, 20.4, 0, -0.0001)));
