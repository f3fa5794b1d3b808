SELECT json_build_object(
    'categories', (SELECT json_agg(json_build_object('name', a.name, 'parent', null, 'categories',
        (SELECT json_agg(json_build_object('name', b.name, 'position', b.position, 'categories',
            (SELECT coalesce(json_agg(json_build_object('categoryId', c.category_id, 'parent', json_build_object('categoryId', b.category_id, 'parent', json_build_object('name', a.name))) ORDER BY c.category_id), '[]') FROM category c WHERE c.parent_id = b.category_id)
        ) ORDER BY b.position, b.category_id) FROM category b WHERE b.parent_id = a.category_id)) ORDER BY a.category_id) FROM category a WHERE a.category_id <= 3),
    'pupils', (SELECT json_agg(json_build_object('authorId', author_id, 'mentor', json_build_object('authorId', mentor_id, 'mentorId', grand)) ORDER BY author_id) FROM (
        SELECT a.author_id, a.mentor_id, m.mentor_id AS grand FROM author a JOIN author m ON m.author_id = a.mentor_id
        WHERE m.mentor_id IS NOT NULL AND a.author_id IN (SELECT mentor_id FROM author) ORDER BY a.author_id LIMIT 5) x));
