SELECT [t0].[released] AS [c0], [t0].[price] AS [c1]
FROM [edition] AS [t0]
WHERE ([t0].[book_id] = ? AND [t0].[number] = ?)
