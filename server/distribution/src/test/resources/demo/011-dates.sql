SELECT json_build_object(
    'leap', json_build_array(json_build_object('specimenId', 5, 'aDate', '2024-02-29')),
    'oldest', (SELECT json_agg(json_build_object('authorId', author_id, 'born', born, 'died', died) ORDER BY author_id) FROM author WHERE extract(year FROM born) < 1802),
    'ordered', (SELECT json_agg(json_build_object('publisherId', publisher_id, 'founded', to_char(founded, 'YYYY-MM-DD')) ORDER BY founded, publisher_id) FROM (SELECT * FROM publisher WHERE founded IS NOT NULL ORDER BY founded, publisher_id LIMIT 4) p),
    'nullsFirst', (SELECT json_agg(json_build_object('publisherId', publisher_id, 'founded', founded) ORDER BY (founded IS NOT NULL), founded DESC, publisher_id) FROM (SELECT * FROM publisher ORDER BY (founded IS NOT NULL), founded DESC, publisher_id LIMIT 40) p),
    'in', json_build_array(json_build_object('aDate', '0001-01-01'), json_build_object('aDate', '9999-12-31'), json_build_object('aDate', '1970-01-01')),
    'living', (SELECT json_agg(json_build_object('born', born) ORDER BY author_id) FROM author WHERE died IS NULL AND born <= date '1945-12-31'));
