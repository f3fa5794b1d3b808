SELECT [t0].[order_id] AS [c0], [t0].[status] COLLATE Latin1_General_100_BIN2 AS [c1]
FROM [order] AS [t0]
WHERE ([t0].[status] IN (
  SELECT CAST(l.v AS nvarchar(20)) COLLATE DATABASE_DEFAULT
  FROM OPENJSON(?) WITH (v nvarchar(max) '$') AS l
) AND [t0].[status] COLLATE Latin1_General_100_BIN2 + N'.' IN (
  SELECT CAST(l.v AS nvarchar(max)) COLLATE Latin1_General_100_BIN2 + N'.'
  FROM OPENJSON(?) WITH (v nvarchar(max) '$') AS l
))
ORDER BY [t0].[order_id]
