SELECT json_build_object(
    'empty', (SELECT json_agg(json_build_object('authorId', author_id, 'aliases', aliases) ORDER BY author_id) FROM (SELECT * FROM author WHERE aliases = '{}' ORDER BY author_id LIMIT 6) a),
    'long', (SELECT json_agg(json_build_object('authorId', author_id, 'aliases', aliases) ORDER BY author_id) FROM (SELECT * FROM author WHERE cardinality(aliases) = 3 ORDER BY author_id LIMIT 6) a),
    'short', (SELECT json_agg(json_build_object('bookId', book_id, 'tags', tags) ORDER BY book_id) FROM (SELECT * FROM book WHERE cardinality(tags) IN (0, 1) ORDER BY book_id LIMIT 6) b),
    'isNull', (SELECT json_agg(json_build_object('bookId', book_id, 'tags', null) ORDER BY book_id) FROM (SELECT * FROM book WHERE tags IS NULL ORDER BY book_id LIMIT 3) b),
    'duplicates', (SELECT json_agg(json_build_object('someTexts', some_texts) ORDER BY specimen_id) FROM specimen WHERE cardinality(some_texts) = 5));
