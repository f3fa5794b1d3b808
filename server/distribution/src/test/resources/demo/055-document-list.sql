SELECT json_build_object('authorProfiles', json_agg(json_build_object('authorId', author_id, 'publicId', public_id, 'name', name, 'email', email, 'born', born, 'alive', died IS NULL, 'aliases', aliases) ORDER BY author_id))
FROM author
WHERE author_id <= 10;
